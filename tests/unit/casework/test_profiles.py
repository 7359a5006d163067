# SPDX-License-Identifier: EUPL-1.2
"""What colleagues can do and like to do, as it is stored."""

import pytest

from gemeengoed.accounts.models import User
from gemeengoed.audit.models import AuditRecord
from gemeengoed.casework.errors import WrongProfileError
from gemeengoed.casework.models import WorkProfile
from gemeengoed.casework.operations_profiles import save_preferences, save_profile
from gemeengoed.casework.queries_people import profile_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def corine(db) -> User:
    return User.objects.create_user("corine@waterdam.example", display_name="Corine")


@pytest.fixture
def save(waterdam, corine):
    def saved(**changed) -> WorkProfile:
        wanted = {
            "municipality": waterdam,
            "user": corine,
            "team": "vergunningen",
            "competences": {"dakkapel": 5},
            "preferences": {"moeilijk_gesprek": "neutraal"},
            "languages": ["nl"],
            "hours": {"ma": ["9:00-17:00"]},
            "lent_by": None,
            "actor": "system:packs",
        }
        return save_profile(**{**wanted, **changed})

    return saved


def test_saving_the_same_again_changes_and_records_nothing(save):
    save()
    before = AuditRecord.objects.count()
    save()

    assert AuditRecord.objects.count() == before
    assert WorkProfile.objects.count() == 1


def test_in_each_municipality_a_colleague_has_a_profile_of_its_own(
    save, waterdam, oostermark, corine
):
    save()
    save(municipality=oostermark, hours={"do": ["9:00-13:00"]}, lent_by=waterdam)

    assert profile_of("waterdam", corine).hours == {"ma": ["9:00-17:00"]}
    lent = profile_of("oostermark", corine)
    assert (lent.hours, lent.lent_by) == ({"do": ["9:00-13:00"]}, waterdam)


def test_what_a_colleague_said_themselves_stays_at_the_next_start(save, waterdam, corine):
    save()
    save_preferences(municipality=waterdam, user=corine, preferences={"bellen": "liever_niet"})
    save(competences={"dakkapel": 4}, preferences={"bellen": "graag"})

    found = profile_of("waterdam", corine)
    assert found.preferences == {"bellen": "liever_niet"}
    assert found.competences == {"dakkapel": 4}


def test_who_has_no_profile_yet_can_say_what_they_like(waterdam, corine):
    save_preferences(municipality=waterdam, user=corine, preferences={"bellen": "graag"})

    assert profile_of("waterdam", corine).preferences == {"bellen": "graag"}


def test_the_record_does_not_tell_what_somebody_likes(save, waterdam, corine):
    save()
    save_preferences(municipality=waterdam, user=corine, preferences={"bellen": "liever_niet"})

    record = AuditRecord.objects.get(action="work_profile.preferences_saved")
    assert (record.actor, record.subject) == (f"user:{corine.pk}", f"user:{corine.pk}")
    assert "liever" not in str(list(AuditRecord.objects.values()))


@pytest.mark.parametrize(
    "wrong",
    [
        {"team": "onbekend"},
        {"preferences": {"zingen": "graag"}},
        {"preferences": {"bellen": "dolgraag"}},
        {"hours": {"maandag": ["9:00-17:00"]}},
        {"hours": {"ma": ["17:00-9:00"]}},
    ],
)
def test_what_cannot_be_is_refused(save, wrong):
    with pytest.raises(WrongProfileError):
        save(**wrong)
    assert not WorkProfile.objects.exists()
