# SPDX-License-Identifier: EUPL-1.2
"""Time as the law and the counter see it: the clock, working days, terms, opening hours.

Pure: the source of the time is handed to Clock; nothing here reads a clock by itself.
Public: clock.Clock, clock.clock_from, workdays.add_working_days, workdays.is_working_day,
workdays.holidays, workdays.legal_term_end, opening_hours.OpeningHours.
Must never know: Django, municipalities, what a term is for.
"""
