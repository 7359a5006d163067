# SPDX-License-Identifier: EUPL-1.2
"""Staff work: interne taken, who they are for and by when.

Must never know: screens.
"""
