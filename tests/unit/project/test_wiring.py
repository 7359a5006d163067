# SPDX-License-Identifier: EUPL-1.2
"""What is promised with an effect is what its handler does."""

import uuid
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from gemeengoed.access.models import OneTimeLink
from gemeengoed.casework.models import InterneTaak
from gemeengoed.content.queries import edition_of
from gemeengoed.conversations.effects import EffectContext
from gemeengoed.dialogue.effects import MakeResumeLink, OpenTaak, ResumeLinkMade, TaakOpened
from gemeengoed.project.wiring import make_resume_link, open_taak_within_limits
from gemeengoed.terms.clock import AMSTERDAM

pytestmark = pytest.mark.django_db
LAMP = OpenTaak(
    kind="melding_straatverlichting",
    topic="melding-straatverlichting",
    term="termijn_straatverlichting",
    answers={"wat": "brandt-niet"},
    display={"Wat er is": "De lamp brandt niet"},
)


@pytest.fixture
def context(demo_municipalities: None) -> EffectContext:
    now = timezone.now().astimezone(AMSTERDAM)
    return EffectContext("waterdam", uuid.uuid4(), edition_of("waterdam"), "sleutel", now)


def test_a_link_works_until_the_end_of_the_day_that_is_told(context: EffectContext) -> None:
    made = make_resume_link(MakeResumeLink(), context)
    assert isinstance(made, ResumeLinkMade)
    next_day = datetime.fromisoformat(made.valid_until).replace(tzinfo=AMSTERDAM) + timedelta(
        days=1
    )
    assert OneTimeLink.objects.get().valid_until >= next_day


def test_handing_in_the_same_again_finds_what_is_there_however_often(
    context: EffectContext,
) -> None:
    answers = [open_taak_within_limits(LAMP, context) for _ in range(8)]
    assert isinstance(answers[0], TaakOpened)
    assert set(answers) == {answers[0]}
    assert InterneTaak.objects.count() == 1
