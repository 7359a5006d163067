# SPDX-License-Identifier: EUPL-1.2
"""DigiD by way of an OpenID Connect broker: authorization code with PKCE, all by Authlib.

Authlib makes the address, gets the code's worth and checks signature, issuer, audience, nonce and
times of the ID token. What is ours: which broker, which claims, and which error it is.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.base_client import BaseApp, OAuth2Mixin, OpenIDMixin
from joserfc.errors import JoseError
from requests import HTTPError, RequestException
from stdnum.nl import bsn as numbers

from gemeengoed.gateways.digid.addresses import is_safe
from gemeengoed.gateways.digid.asking import BrokerSession
from gemeengoed.gateways.digid.errors import (
    CancelledError,
    LevelTooLowError,
    NotConnectedError,
    ProviderDownError,
    TimedOutError,
    WrongAnswerError,
)
from gemeengoed.gateways.digid.models import OidcBroker
from gemeengoed.gateways.digid.shapes import Attempt, Begun, Identity, Level

# Signatures with a key pair only: with a shared secret we could have signed it ourselves.
TRUSTED = frozenset(f"{kind}{bits}" for kind in ("RS", "PS", "ES") for bits in (256, 384, 512))
DOWN = ("temporarily_unavailable", "server_error")
LEEWAY = 30  # seconds that two clocks may differ
_ALGORITHMS = "id_token_signing_alg_values_supported"
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class _Client(OAuth2Mixin, OpenIDMixin, BaseApp):  # type: ignore[misc]
    client_cls = BrokerSession


class BrokeredDigid:
    """Implements port.IdentityProvider with the broker in the municipality's row."""

    def begin(self, municipality: str, *, level: Level, return_address: str) -> Begun:
        """See port.IdentityProvider.begin."""
        broker = _broker_of(municipality)
        wanted = [broker.level_values.get(each) for each in Level if each.reaches(level)]
        with _told_as_ours(municipality):
            client = _client_of(broker)
            begun = client.create_authorization_url(
                return_address,
                acr_values=" ".join(filter(None, wanted)),
                prompt="login",  # also at a shared computer, where the one before did not log out
            )
        attempt = Attempt(
            state=begun["state"],
            nonce=begun["nonce"],
            verifier=begun["code_verifier"],
            level=level,
            return_address=return_address,
        )
        return Begun(begun["url"], attempt)

    def finish(
        self, municipality: str, *, attempt: Attempt, returned: Mapping[str, str]
    ) -> Identity:
        """See port.IdentityProvider.finish."""
        broker = _broker_of(municipality)
        if "error" in returned:
            _refuse(broker, returned["error"])
        if returned.get("state") != attempt.state or not returned.get("code"):
            raise WrongAnswerError(municipality, "came back with another state or no code")
        with _told_as_ours(municipality):
            client = _client_of(broker)
            if returned.get("iss", broker.issuer).rstrip("/") != broker.issuer:  # RFC 9207
                raise WrongAnswerError(municipality, "came back from another provider")
            token = client.fetch_access_token(
                attempt.return_address,
                code=returned["code"],
                grant_type="authorization_code",
                code_verifier=attempt.verifier,
            )
            claims = client.parse_id_token(
                token, attempt.nonce, _demanded(client, broker), leeway=LEEWAY
            )
        return _identity(broker, claims, attempt.level)


def _broker_of(municipality: str) -> OidcBroker:
    broker = OidcBroker.objects.filter(pk=municipality).first()
    if broker is None:
        raise NotConnectedError(municipality, "has no broker")
    return broker


def _client_of(broker: OidcBroker) -> _Client:
    """Authlib's client with the metadata of the broker, fetched now and checked."""
    municipality = broker.municipality_id
    secret = os.environ.get(broker.secret_variable)
    if not secret:
        raise NotConnectedError(municipality, f"{broker.secret_variable} is not set")
    client = _Client(
        None,
        client_id=broker.client_id,
        client_secret=secret,
        server_metadata_url=f"{broker.issuer}/.well-known/openid-configuration",
        client_kwargs={"scope": broker.scope, "code_challenge_method": "S256"},
    )
    told = client.load_server_metadata()
    if str(told.get("issuer")).rstrip("/") != broker.issuer:
        raise WrongAnswerError(municipality, "calls itself otherwise than the configured issuer")
    if not all(is_safe(told.get(endpoint)) for endpoint in _ENDPOINTS):
        raise WrongAnswerError(municipality, "names an address that is not https")
    told[_ALGORITHMS] = [each for each in told.get(_ALGORITHMS, ["RS256"]) if each in TRUSTED]
    return client


def _demanded(client: _Client, broker: OidcBroker) -> dict[str, Any]:
    return {
        "iss": {"essential": True, "value": client.server_metadata["issuer"]},
        "aud": {"essential": True, "value": broker.client_id},
    }


def _refuse(broker: OidcBroker, code: str) -> None:
    """Raises what the broker's error code stands for."""
    municipality = broker.municipality_id
    if code == broker.timed_out_error:
        raise TimedOutError(municipality, "the attempt timed out")
    if code == "access_denied":
        raise CancelledError(municipality, "cancelled")
    if code in DOWN:
        raise ProviderDownError(municipality, "says that it cannot now")
    raise WrongAnswerError(municipality, "refused the request")


def _identity(broker: OidcBroker, claims: Mapping[str, Any] | None, asked: Level) -> Identity:
    municipality = broker.municipality_id
    if claims is None:
        raise WrongAnswerError(municipality, "sent no ID token")
    known = {value: Level(name) for name, value in broker.level_values.items()}
    level = known.get(str(claims.get(broker.level_claim)))
    if level is None:
        raise WrongAnswerError(municipality, "does not tell a level that is known")
    if not level.reaches(asked):
        raise LevelTooLowError(municipality, f"{level} where {asked} was asked")
    bsn = str(claims.get(broker.bsn_claim, ""))
    if len(bsn) != 9 or not numbers.is_valid(bsn):
        raise WrongAnswerError(municipality, "sent no valid BSN")
    return Identity(bsn, level)


@contextmanager
def _told_as_ours(municipality: str) -> Iterator[None]:
    """What goes wrong inside the libraries, as our errors."""
    try:
        yield
    except HTTPError as error:
        if error.response is not None and error.response.status_code < 500:
            raise WrongAnswerError(municipality, "refused a question") from error
        raise ProviderDownError(municipality, "answers with an error of its own") from error
    except (JoseError, AuthlibBaseError) as error:
        raise WrongAnswerError(municipality, type(error).__name__) from error
    except (ValueError, TypeError, LookupError, AttributeError, RuntimeError) as error:
        raise WrongAnswerError(municipality, "answers with something else") from error
    except RequestException as error:
        raise ProviderDownError(municipality, type(error).__name__) from error
