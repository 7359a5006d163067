# SPDX-License-Identifier: EUPL-1.2
"""Log-ins: on the way for ten minutes, once, in one browser; then until not used or too long."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db.models import F
from django.utils import timezone

from gemeengoed.access.errors import (
    ExpiredLogInError,
    NotLoggedInError,
    UnknownLogInError,
    UsedLogInError,
)
from gemeengoed.access.log_ins.operations import (
    begin_log_in,
    begin_session,
    bring_session,
    end_session,
    forget_log_ins,
    forget_sessions,
    take_up_log_in,
    use_session,
)
from gemeengoed.access.log_ins.queries import persons_in, session_in
from gemeengoed.access.log_ins.shapes import Session
from gemeengoed.access.models import PendingLogIn, ResidentSession
from gemeengoed.audit.models import AuditRecord
from gemeengoed.municipalities.models import Municipality

pytestmark = pytest.mark.django_db
SECRETS = {"nonce": "n", "verifier": "v"}
ANNE, BRAM = uuid4(), uuid4()


@pytest.fixture
def waterdam() -> Municipality:
    return Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")


def sent(municipality: Municipality, state: str = "s", **more) -> str:
    given = {"secrets": SECRETS, "level": "midden", "return_path": "/waterdam/mijn"}
    return begin_log_in(municipality=municipality, state=state, **{**given, **more})


def come_back(browser: str, state: str = "s", municipality: str = "waterdam"):
    return take_up_log_in(municipality=municipality, state=state, browser=browser)


def logged_in(municipality: Municipality, person: UUID = ANNE, **more) -> tuple[str, Session]:
    begun = begin_session(municipality=municipality, person=person, level="midden", **more)
    return begun.token, begun.session


def is_logged_in(token: str) -> bool:
    try:
        use_session(municipality="waterdam", token=token)
    except NotLoggedInError:
        return False
    return True


def earlier(minutes: float) -> None:
    """As if all that happened to log-ins happened so much earlier."""
    ago = timedelta(minutes=minutes)
    PendingLogIn.objects.update(valid_until=F("valid_until") - ago)
    ResidentSession.objects.update(
        begun_at=F("begun_at") - ago, used_at=F("used_at") - ago, ends_at=F("ends_at") - ago
    )


def actions() -> list[str]:
    return list(AuditRecord.objects.order_by("pk").values_list("action", flat=True))


# On the way


def test_who_comes_back_gets_what_was_remembered_once(waterdam: Municipality) -> None:
    talk = uuid4()
    browser = sent(waterdam, conversation=talk)
    taken_up = come_back(browser)
    assert taken_up.secrets == SECRETS
    assert (taken_up.return_path, taken_up.conversation) == ("/waterdam/mijn", talk)
    with pytest.raises(UsedLogInError):
        come_back(browser)
    assert PendingLogIn.objects.get().secrets == {}
    assert actions() == ["log_in.begun", "log_in.taken_up"]


@pytest.mark.parametrize(
    ("state", "browser", "municipality"),
    [("x", None, "waterdam"), ("s", "x", "waterdam"), ("s", "", "waterdam"), ("s", None, "x")],
)
def test_another_state_browser_or_municipality_learns_and_uses_up_nothing(
    waterdam: Municipality, state: str, browser: str | None, municipality: str
) -> None:
    own = sent(waterdam)
    with pytest.raises(UnknownLogInError):
        come_back(own if browser is None else browser, state, municipality)
    assert come_back(own).secrets == SECRETS


def test_after_ten_minutes_it_is_too_late(waterdam: Municipality) -> None:
    browser = sent(waterdam)
    earlier(10.1)
    with pytest.raises(ExpiredLogInError):
        come_back(browser)


def test_two_tabs_of_one_browser_are_both_on_their_way(waterdam: Municipality) -> None:
    first = sent(waterdam, "one")
    assert sent(waterdam, "two", browser=first) == first
    assert come_back(first, "two")
    assert come_back(first, "one")


def test_a_secret_that_somebody_else_planted_is_not_taken_over(waterdam: Municipality) -> None:
    assert sent(waterdam, browser="planted") != "planted"


def test_only_hashes_of_state_and_browser_are_kept(waterdam: Municipality) -> None:
    browser = sent(waterdam, "a very secret state")
    kept = str(PendingLogIn.objects.values().get())
    assert browser not in kept
    assert "a very secret state" not in kept


# Logged in


def test_a_log_in_tells_who_and_how_sure_and_only_in_its_municipality(
    waterdam: Municipality,
) -> None:
    token, session = logged_in(waterdam)
    assert use_session(municipality="waterdam", token=token) == session
    assert (session.person, session.level) == (ANNE, "midden")
    with pytest.raises(NotLoggedInError):
        use_session(municipality="heidewoud", token=token)
    assert token not in str(ResidentSession.objects.values().get())


def test_after_a_quarter_of_an_hour_without_use_it_has_ended(waterdam: Municipality) -> None:
    token, _ = logged_in(waterdam)
    earlier(14)
    assert is_logged_in(token)
    earlier(14)
    assert is_logged_in(token)
    earlier(15.1)
    assert not is_logged_in(token)


def test_after_two_hours_it_has_ended_however_much_it_is_used(waterdam: Municipality) -> None:
    token, _ = logged_in(waterdam)
    for _ in range(11):
        earlier(10)
        assert is_logged_in(token)
    session = use_session(municipality="waterdam", token=token)
    assert session.ends_at - timezone.now() < timedelta(minutes=10.1)
    earlier(10)
    assert not is_logged_in(token)


def test_logging_out_ends_it_and_doing_so_twice_is_fine(waterdam: Municipality) -> None:
    token, _ = logged_in(waterdam)
    end_session(municipality="waterdam", token=token)
    assert not is_logged_in(token)
    end_session(municipality="waterdam", token=token)
    assert actions() == ["session.begun", "session.ended"]


def test_of_one_browser_the_newest_counts(waterdam: Municipality) -> None:
    old, _ = logged_in(waterdam)
    new, session = logged_in(waterdam, BRAM, replaces=old)
    assert not is_logged_in(old)
    assert is_logged_in(new)
    assert not session.follows_another  # no conversation in which something could be seen


# Somebody else in the same conversation


def test_who_logs_in_in_a_conversation_of_another_ends_their_log_in_and_it_is_told(
    waterdam: Municipality,
) -> None:
    talk = uuid4()
    annes, _ = logged_in(waterdam, ANNE, conversation=talk)
    assert session_in("waterdam", talk).person == ANNE
    brams, session = logged_in(waterdam, BRAM, conversation=talk)
    assert not is_logged_in(annes)
    assert session.follows_another
    assert use_session(municipality="waterdam", token=brams).follows_another
    assert session_in("waterdam", talk).person == BRAM
    assert persons_in("waterdam", talk) == {ANNE, BRAM}


def test_it_is_told_also_when_the_other_had_logged_out(waterdam: Municipality) -> None:
    talk = uuid4()
    annes, _ = logged_in(waterdam, ANNE, conversation=talk)
    end_session(municipality="waterdam", token=annes)
    assert session_in("waterdam", talk) is None
    assert logged_in(waterdam, BRAM, conversation=talk)[1].follows_another


def test_the_same_person_again_is_nothing_to_tell(waterdam: Municipality) -> None:
    talk = uuid4()
    first, _ = logged_in(waterdam, ANNE, conversation=talk)
    second, session = logged_in(waterdam, ANNE, conversation=talk)
    assert not session.follows_another
    assert is_logged_in(first)  # on another device
    assert is_logged_in(second)


def test_a_log_in_can_be_brought_into_a_conversation(waterdam: Municipality) -> None:
    talk = uuid4()
    brams, _ = logged_in(waterdam, BRAM, conversation=talk)
    annes, _ = logged_in(waterdam, ANNE)
    session = bring_session(municipality="waterdam", token=annes, conversation=talk)
    assert session.conversation == talk
    assert session.follows_another
    assert not is_logged_in(brams)
    with pytest.raises(NotLoggedInError):
        bring_session(municipality="waterdam", token=brams, conversation=talk)


# Forgetting


def test_what_is_over_is_forgotten_and_what_is_not_stays(waterdam: Municipality) -> None:
    sent(waterdam, "old")
    logged_in(waterdam, ANNE)
    earlier(20)
    sent(waterdam, "new")
    token, _ = logged_in(waterdam, BRAM)
    assert forget_log_ins(keep=timedelta(0)) == 1
    assert forget_sessions(keep=timedelta(minutes=6)) == 0
    assert forget_sessions(keep=timedelta(minutes=4)) == 1
    assert is_logged_in(token)


def test_the_audit_names_a_person_by_id_only(waterdam: Municipality) -> None:
    logged_in(waterdam, ANNE)
    told = AuditRecord.objects.get()
    assert told.actor == f"person:{ANNE}"
    assert set(told.details) == {"level", "follows_another"}
