# SPDX-License-Identifier: EUPL-1.2
"""Time as the law counts it: clock, working days, holidays, opening hours.

Pure: every moment is passed in; nothing here reads the clock of the machine.
Must never know: municipalities, conversations, Django.
"""
