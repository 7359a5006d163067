# SPDX-License-Identifier: EUPL-1.2
"""DigiD by way of a broker: what is believed of its answers, and what each fault is called."""

import time
from collections.abc import Iterator

import pytest
from joserfc.jwk import OctKey
from tests.unit.gateways.broker import (
    BSN,
    CLIENT,
    DRIPS_SECONDS,
    OTHER_KEY,
    SECRET,
    Broker,
    drip,
    send,
)

from gemeengoed.audit.models import AuditRecord
from gemeengoed.gateways.digid import asking
from gemeengoed.gateways.digid.addresses import is_safe
from gemeengoed.gateways.digid.errors import (
    BadBrokerError,
    CancelledError,
    DigidError,
    LevelTooLowError,
    NotConnectedError,
    ProviderDownError,
    TimedOutError,
    WrongAnswerError,
)
from gemeengoed.gateways.digid.models import OidcBroker
from gemeengoed.gateways.digid.operations import save_broker
from gemeengoed.gateways.digid.registry import provider_of
from gemeengoed.gateways.digid.shapes import Attempt, Identity, Level
from gemeengoed.municipalities.models import Municipality

pytestmark = pytest.mark.django_db
VARIABLE = "GEMEENGOED_DIGID_SECRET_WATERDAM"
BACK = "https://assistent.example/waterdam/inloggen/terug"
LOWEST = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"


@pytest.fixture
def waterdam() -> Municipality:
    return Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")


@pytest.fixture
def broker(waterdam: Municipality, monkeypatch: pytest.MonkeyPatch) -> Iterator[Broker]:
    monkeypatch.setenv(VARIABLE, SECRET)
    monkeypatch.setattr(asking, "SECONDS", 100.0)  # this broker is as slow as the machine is busy
    running = Broker()
    saved(waterdam, issuer=running.issuer)
    yield running
    running.stop()


def saved(municipality: Municipality, **more) -> OidcBroker:
    given = {"issuer": "https://broker.example", "client_id": CLIENT, "secret_variable": VARIABLE}
    return save_broker(municipality=municipality, actor="test", **{**given, **more})


def begun(broker: Broker, level: Level = Level.MIDDEN) -> Attempt:
    attempt = provider_of("waterdam").begin("waterdam", level=level, return_address=BACK).attempt
    broker.nonce = attempt.nonce
    return attempt


def finished(attempt: Attempt, **more: str) -> Identity:
    returned = {"state": attempt.state, "code": "a code", **more}
    return provider_of("waterdam").finish("waterdam", attempt=attempt, returned=returned)


def test_a_good_answer_tells_who_it_is_and_how_sure(broker: Broker) -> None:
    attempt = begun(broker)
    assert finished(attempt) == Identity(BSN, Level.MIDDEN)
    (asked,) = broker.asked
    assert asked["code_verifier"] == [attempt.verifier]
    assert asked["redirect_uri"] == [BACK]
    assert broker.authorization.startswith("Basic ")


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another client"},
        {"aud": ["another client", "and another"]},
        {"aud": None},
        {"iss": "https://somebody.else"},
        {"iss": None},
        {"nonce": "of another attempt"},
        {"nonce": None},
        {"exp": 1_000_000_000},
        {"exp": None},
        {"iat": 9_000_000_000},
        {"sub": None},
        {"azp": "another client"},
        {"acr": "unknown"},
        {"acr": None},
        {"bsn": "123456789"},
        {"bsn": None},
        {"bsn": ["999900328"]},
        {"bsn": "999900328 OR 1=1"},
    ],
    ids=str,
)
def test_a_claim_that_is_not_right_is_not_believed(broker: Broker, claims: dict) -> None:
    attempt = begun(broker)
    broker.claims = claims
    with pytest.raises(WrongAnswerError):
        finished(attempt)


def test_a_signature_with_another_key_is_not_believed(broker: Broker) -> None:
    attempt = begun(broker)
    broker.key = OTHER_KEY
    with pytest.raises(WrongAnswerError):
        finished(attempt)


def test_a_signature_with_the_shared_secret_is_not_believed(broker: Broker) -> None:
    """The broker says that it may do so; but then whoever has the secret could be anybody."""
    attempt = begun(broker)
    broker.key, broker.alg = OctKey.import_key(SECRET), "HS256"
    with pytest.raises(WrongAnswerError):
        finished(attempt)


def test_a_token_without_a_signature_is_not_believed(broker: Broker) -> None:
    attempt = begun(broker)
    broker.alg = "none"
    with pytest.raises(WrongAnswerError):
        finished(attempt)


@pytest.mark.parametrize(
    "returned",
    [{"state": "another"}, {"code": ""}, {"iss": "https://somebody.else"}],
    ids=str,
)
def test_a_way_back_that_is_not_right_is_not_believed(broker: Broker, returned: dict) -> None:
    attempt = begun(broker)
    with pytest.raises(WrongAnswerError):
        finished(attempt, **returned)
    assert broker.asked == []  # the code was not even exchanged


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("access_denied", CancelledError),
        ("login_required", TimedOutError),
        ("temporarily_unavailable", ProviderDownError),
        ("server_error", ProviderDownError),
        ("invalid_scope", WrongAnswerError),
    ],
)
def test_each_error_code_has_its_own_error(
    broker: Broker, code: str, error: type[DigidError]
) -> None:
    attempt = begun(broker)
    with pytest.raises(error):
        finished(attempt, error=code)


def test_a_broker_may_call_a_time_out_otherwise(broker: Broker, waterdam: Municipality) -> None:
    saved(waterdam, issuer=broker.issuer, timed_out_error="sessie_verlopen")
    with pytest.raises(TimedOutError):
        finished(begun(broker), error="sessie_verlopen")


def test_a_lower_level_than_asked_is_too_low_and_a_higher_one_is_fine(broker: Broker) -> None:
    with pytest.raises(LevelTooLowError):
        finished(begun(broker, Level.SUBSTANTIEEL))
    assert finished(begun(broker, Level.BASIS)).level is Level.MIDDEN


def test_claims_and_levels_may_be_called_otherwise(broker: Broker, waterdam: Municipality) -> None:
    levels = {"basis": "10", "midden": "20"}
    named = {"bsn_claim": "urn:bsn", "level_claim": "loa", "level_values": levels}
    saved(waterdam, issuer=broker.issuer, **named)
    broker.claims = {"urn:bsn": BSN, "loa": "20", "bsn": None, "acr": None}
    assert finished(begun(broker)) == Identity(BSN, Level.MIDDEN)


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (500, "{}", ProviderDownError),
        (503, "<h1>Onderhoud</h1>", ProviderDownError),
        (400, '{"error": "invalid_grant"}', WrongAnswerError),
        (200, "<h1>Welkom</h1>", WrongAnswerError),
        (200, "[]", WrongAnswerError),
        (200, '{"access_token": "x", "token_type": "Bearer"}', WrongAnswerError),
        (200, " " * 300_000, ProviderDownError),
    ],
    ids=["500", "503", "400", "html", "list", "no id token", "too large"],
)
@pytest.mark.parametrize("path", ["/token", "/jwks", "/.well-known/openid-configuration"])
def test_nonsense_is_one_of_our_errors_and_tells_nothing(
    broker: Broker, path: str, status: int, body: str, error: type[DigidError]
) -> None:
    attempt = begun(broker)
    broker.instead[path] = lambda asked: send(asked, body, status)
    with pytest.raises(DigidError) as refused:
        finished(attempt)
    if path == "/token":
        assert refused.type is error
    assert BSN not in str(refused.value)
    assert attempt.verifier not in str(refused.value)


def test_an_answer_that_comes_drop_by_drop_is_given_up(
    broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "SECONDS", 0.5)
    broker.instead["/.well-known/openid-configuration"] = drip
    began = time.monotonic()
    with pytest.raises(ProviderDownError):
        begun(broker)
    assert time.monotonic() - began < DRIPS_SECONDS / 2, "it did not wait for all of it"


def test_a_broker_that_is_not_there_is_down(broker: Broker) -> None:
    broker.stop()
    with pytest.raises(ProviderDownError):
        begun(broker)


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://somebody.else"},
        {"issuer": None},
        {"token_endpoint": "http://elsewhere.example/token"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"jwks_uri": None},
    ],
    ids=str,
)
def test_metadata_that_lead_elsewhere_are_not_believed(broker: Broker, metadata: dict) -> None:
    broker.metadata = metadata
    with pytest.raises(WrongAnswerError):
        begun(broker)


def test_a_redirect_is_not_followed(broker: Broker) -> None:
    def elsewhere(asked) -> None:
        asked.send_response(302)
        asked.send_header("Location", f"{broker.issuer}/jwks")
        asked.end_headers()

    broker.instead["/.well-known/openid-configuration"] = elsewhere
    with pytest.raises(DigidError):
        begun(broker)


def test_without_a_broker_or_its_secret_nobody_can_log_in(
    broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    with pytest.raises(NotConnectedError):
        begun(broker)
    OidcBroker.objects.all().delete()
    with pytest.raises(NotConnectedError):
        begun(broker)


def test_what_is_secret_is_not_shown(broker: Broker) -> None:
    attempt = begun(broker)
    identity = finished(attempt)
    assert BSN not in repr(identity)
    assert attempt.verifier not in repr(attempt)
    assert attempt.state not in repr(attempt)


def test_all_faults_of_a_broker_are_told_at_once(waterdam: Municipality) -> None:
    with pytest.raises(BadBrokerError) as refused:
        saved(
            waterdam,
            issuer="http://broker.example",
            secret_variable="a secret itself",
            scope="bsn",
            level_values={"heel zeker": "x"},
        )
    assert len(refused.value.faults) == 4
    assert not OidcBroker.objects.exists()


def test_saving_the_same_again_changes_and_records_nothing(waterdam: Municipality) -> None:
    saved(waterdam)
    saved(waterdam)
    assert AuditRecord.objects.filter(action="broker.saved").count() == 1
    saved(waterdam, client_id="another")
    assert AuditRecord.objects.filter(action="broker.saved").count() == 2


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://broker.example/oidc", True),
        ("http://127.0.0.1:8001", True),
        ("http://broker.example", False),
        ("http://127.0.0.1.broker.example", False),
        ("https://", False),
        ("https://[", False),
        ("ftp://127.0.0.1", False),
        (None, False),
    ],
)
def test_secrets_go_encrypted_or_stay_on_this_machine(address: object, safe: bool) -> None:
    assert is_safe(address) is safe
