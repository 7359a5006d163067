# SPDX-License-Identifier: EUPL-1.2
"""Time as the law and the counter see it: clock, working days, terms, opening hours, retention.

Pure: the source of the time is handed to Clock; nothing here reads a clock by itself.
Public: clock.Clock, clock.clock_from, opening_hours.OpeningHours, dutch_dates.day_in_words;
workdays.add_working_days, workdays.is_working_day, workdays.holidays; retention.Retention;
counting.term_end (when a legal term ends, and why: reasons.py), known_terms.KNOWN_TERMS (each with
its articles: grondslag.py), legal_terms.LegalTerm and Extension, length.days, weeks and months,
suspension.waiting and lasting, backward.counted_back, moving.move_window and departure_window.
Each day that is not confirmed by a source is the earlier one, and the docstring says so.
Must never know: Django, municipalities, the one zaak that a term is for.
"""
