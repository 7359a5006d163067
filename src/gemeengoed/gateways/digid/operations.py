# SPDX-License-Identifier: EUPL-1.2
"""All writes on the brokers."""

import re
from collections.abc import Mapping

from django.db import transaction

from gemeengoed.audit.operations import record
from gemeengoed.gateways.digid.addresses import is_safe
from gemeengoed.gateways.digid.errors import BadBrokerError
from gemeengoed.gateways.digid.models import OidcBroker, usual_levels
from gemeengoed.gateways.digid.shapes import Level
from gemeengoed.municipalities.models import Municipality

_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]{2,}\Z")


@transaction.atomic
def save_broker(
    *,
    municipality: Municipality,
    issuer: str,
    client_id: str,
    secret_variable: str,
    actor: str,
    scope: str = "openid bsn",
    bsn_claim: str = "bsn",
    level_claim: str = "acr",
    level_values: Mapping[str, str] | None = None,
    timed_out_error: str = "login_required",
) -> OidcBroker:
    """Make the broker of the municipality, or bring it up to date.

    Raises BadBrokerError with all faults. A secret has no place here: only the name of the
    environment variable that holds it.
    """
    wanted = {
        "issuer": issuer.rstrip("/"),
        "client_id": client_id,
        "secret_variable": secret_variable,
        "scope": scope,
        "bsn_claim": bsn_claim,
        "level_claim": level_claim,
        "level_values": dict(usual_levels() if level_values is None else level_values),
        "timed_out_error": timed_out_error,
    }
    if faults := _faults(wanted):
        raise BadBrokerError(faults)
    broker, is_new = OidcBroker.objects.get_or_create(municipality=municipality, defaults=wanted)
    if is_new or any(getattr(broker, key) != value for key, value in wanted.items()):
        OidcBroker.objects.filter(pk=municipality.pk).update(**wanted)
        broker.refresh_from_db()
        record(
            municipality=municipality.pk,
            actor=actor,
            action="broker.saved",
            subject=f"broker:{municipality.pk}",
            details={"issuer": issuer, "client_id": client_id},
        )
    return broker


def _faults(wanted: Mapping[str, object]) -> list[str]:
    faults = []
    if not is_safe(str(wanted["issuer"])):
        faults.append("issuer must begin with https:// (http only on this machine)")
    if not _VARIABLE.match(str(wanted["secret_variable"])):
        faults.append("secret_variable must be the name of an environment variable, in capitals")
    if "openid" not in str(wanted["scope"]).split():
        faults.append("scope must hold openid")
    levels = wanted["level_values"]
    if not isinstance(levels, dict) or not levels or not set(levels) <= set(Level):
        faults.append(f"level_values must name levels: {', '.join(Level)}")
    elif len(set(levels.values())) != len(levels):
        faults.append("level_values must differ from each other")
    return faults
