# SPDX-License-Identifier: EUPL-1.2
"""What a conversation asks of staff, and what it hears back."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from tests.unit.casework.conftest import CONVERSATION, NIGHT

from gemeengoed.casework.effects import open_taak
from gemeengoed.casework.errors import MissingTermError, UnknownKindError
from gemeengoed.casework.kinds import KINDS
from gemeengoed.casework.models import InterneTaak
from gemeengoed.content.municipality import Fact
from gemeengoed.conversations.effects import EffectContext
from gemeengoed.dialogue.effects import OpenTaak


def wish(kind="terugbelverzoek", term="termijn_terugbellen") -> OpenTaak:
    return OpenTaak(kind, "gesprek-medewerker", term, {"telefoon": "1"}, {"Telefoonnummer": "1"})


def fact(value, checked_on=date(2026, 1, 1), **more) -> Fact:
    return Fact(value, "Servicenormen", checked_on, **more)


def context(*facts, now=NIGHT, key="sleutel") -> EffectContext:
    edition = SimpleNamespace(facts={"termijn_terugbellen": facts})
    return EffectContext("waterdam", CONVERSATION, edition, key, now)


pytestmark = pytest.mark.usefixtures("waterdam")


@pytest.mark.parametrize("kind", KINDS)
def test_it_tells_the_number_the_day_and_who(kind):
    opened = open_taak(wish(kind=kind), context(fact(2)))

    assert opened.reference == InterneTaak.objects.get().reference
    assert opened.due == "2026-11-25"
    assert opened.who == KINDS[kind].who


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_what_the_work_asks_for_and_why_by_that_day(kind):
    open_taak(wish(kind=kind), context(fact(2)))
    taak = InterneTaak.objects.get()

    assert (taak.goal, taak.activity, taak.team) == (
        KINDS[kind].action,
        KINDS[kind].activity,
        KINDS[kind].team,
    )
    assert taak.ground == "Aan de inwoner beloofd: binnen 2 werkdagen"
    assert taak.ground_source == "Servicenormen"


def test_the_same_effect_again_gives_the_same_number():
    assert open_taak(wish(), context(fact(2))) == open_taak(wish(), context(fact(2)))
    assert InterneTaak.objects.count() == 1


def test_the_term_that_holds_on_the_day_counts():
    terms = (fact(2), fact(5, valid_from=date(2027, 1, 1)))

    assert open_taak(wish(), context(*terms)).due == "2026-11-25"
    later = NIGHT + timedelta(days=49)  # Monday 11 January 2027
    assert open_taak(wish(), context(*terms, now=later, key="later")).due == "2027-01-18"


@pytest.mark.parametrize(
    "facts",
    [
        (),
        (fact("gauw"),),
        (fact(2, checked_on=None),),
        (fact(2, valid_from=date(2027, 1, 1)),),
    ],
)
def test_a_promise_is_never_made_up(facts):
    with pytest.raises(MissingTermError):
        open_taak(wish(), context(*facts))
    assert not InterneTaak.objects.exists()


def test_a_kind_that_nobody_takes_on_is_refused():
    with pytest.raises(UnknownKindError):
        open_taak(wish(kind="onbekend"), context(fact(2)))
