# SPDX-License-Identifier: EUPL-1.2
"""The staff user.

Only who somebody is; what they may do in which municipality is a membership (municipalities).
Must never know: municipalities, conversations, content.
"""
