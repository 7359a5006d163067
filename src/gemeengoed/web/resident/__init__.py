# SPDX-License-Identifier: EUPL-1.2
"""Pages for residents: the demo home page and the full-page chat, also without JavaScript."""
