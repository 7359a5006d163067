# SPDX-License-Identifier: EUPL-1.2
"""Log-ins of residents: on the way to the identity provider, and then in one browser.

``operations`` begins, takes up, keeps alive and ends them; ``queries`` tells of them to others.
Must never know: the provider, its protocol, cookies.
"""
