# SPDX-License-Identifier: EUPL-1.2
"""How urgent something is, in words."""

from datetime import date

import pytest

from gemeengoed.web.workbench.due import Urgency, in_words, urgency

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("due", "words", "group"),
    [
        (date(2026, 11, 10), "13 dagen te laat", Urgency.LATE),
        (date(2026, 11, 22), "1 dag te laat", Urgency.LATE),
        (date(2026, 11, 23), "vandaag", Urgency.TODAY),
        (date(2026, 11, 24), "morgen", Urgency.LATER),
        (date(2026, 11, 25), "woensdag 25 november", Urgency.LATER),
        (date(2027, 1, 4), "maandag 4 januari", Urgency.LATER),
    ],
)
def test_a_day_is_said_as_people_say_it(due, words, group):
    assert in_words(due, TODAY) == words
    assert urgency(due, TODAY) is group
