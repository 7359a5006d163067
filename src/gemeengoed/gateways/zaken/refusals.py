# SPDX-License-Identifier: EUPL-1.2
"""From an answer with an HTTP error to the house's error.

The standard's problem documents are branched on by ``code``. Their words are left out: they may
repeat what was sent.
"""

from typing import Any

from gemeengoed.gateways.zaken.errors import (
    IdentificatieTakenError,
    NotYetError,
    RefusedError,
    ZaakClosedError,
    ZakenUnavailableError,
)

FOR_GOOD = frozenset({400, 404, 405, 406, 409, 410, 412, 413, 415, 422})


def refuse(municipality: str, status: int, answer: Any) -> None:
    """Raises the fitting error; does nothing for an answer that is no refusal."""
    if status < 400:
        return
    code, kind, faults = _told(answer)
    if kind.rstrip("/").endswith("ZaakClosed"):
        raise ZaakClosedError(municipality, "zaak-closed")
    if status not in FOR_GOOD:  # 401, 403: our rights, which an administrator sets right; 5xx
        raise ZakenUnavailableError(municipality, f"{status} {code}".strip())
    codes = [each for _, each in faults]
    if "identificatie-niet-uniek" in codes:
        raise IdentificatieTakenError(municipality, "identificatie-niet-uniek")
    if codes and set(codes) == {"date-in-future"}:
        raise NotYetError(municipality, "date-in-future")
    params = tuple(f"{name} {each}".strip() for name, each in faults)
    raise RefusedError(municipality, f"{status} {code}".strip(), params)


def _told(answer: Any) -> tuple[str, str, list[tuple[str, str]]]:
    """code, type and (name, code) of the invalidParams, as far as the answer has them."""
    if not isinstance(answer, dict):
        return "", "", []
    listed = answer.get("invalidParams")
    faults = [
        (str(each.get("name", "")), str(each.get("code", "")))
        for each in (listed if isinstance(listed, list) else [])
        if isinstance(each, dict)
    ]
    return str(answer.get("code", "")), str(answer.get("type", "")), faults
