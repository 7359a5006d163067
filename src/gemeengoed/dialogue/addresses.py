# SPDX-License-Identifier: EUPL-1.2
"""The address step: parts as they come, looked up, chosen, or insisted on."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from gemeengoed.dialogue.answers import fitting
from gemeengoed.dialogue.effects import AddressChecked, AddressFound, CheckAddress, Result
from gemeengoed.dialogue.flow import InputKind, Step
from gemeengoed.dialogue.flowing import ask
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.path import counts
from gemeengoed.dialogue.replies import Say
from gemeengoed.dialogue.state import Awaiting, Check, Option, Want
from gemeengoed.dialogue.step_events import AnswerGiven, PartsKnown
from gemeengoed.dialogue.understood import first
from gemeengoed.language.reading import Reading

INSIST = "adres:toch"
INSISTING = Option(INSIST, "", None)
PARTS = ("straat", "huisnummer", "toevoeging", "postcode", "plaats")
_JOINING = re.compile(r",? *(?:in |te )?")
UNCHECKED = "niet gecontroleerd"  # behind the address, for the resident and for staff
MOST_OPTIONS = 8


def parts_in(reading: Reading, role: str | None) -> dict[str, Any]:
    """The address parts of a message; empty when it has none."""
    values = fitting(reading.values, role)
    found = {kind: first(values, kind) for kind in PARTS}
    parts = {kind: value.value for kind, value in found.items() if value is not None}
    behind = _place_behind(reading, [value.end for value in found.values() if value is not None])
    if behind is not None:
        parts.setdefault("plaats", behind)
    return {} if set(parts) <= {"plaats", "toevoeging"} else parts


def _place_behind(reading: Reading, ends: Sequence[int]) -> str | None:
    """The place of "naar Kerkstraat 22 in Waterdam": it belongs to the address before it."""
    end = max(ends, default=len(reading.text))
    for value in reading.values:
        is_later = value.kind == "plaats" and value.start >= end
        if is_later and _JOINING.fullmatch(reading.text[end : value.start]):
            return str(value.value)
    return None


def place_in(draft: Draft, step: Step) -> dict[str, Any]:
    """ "Die in Waterdam", where the street is known already; empty when it is not that."""
    place = first(draft.reading.values, "plaats")
    known = draft.run.parts.get(step.name, {})
    if place is None or draft.run.asked != step.name or not known.get("straat"):
        return {}
    return {"plaats": place.value}


def check_of(draft: Draft, step: Step, parts: Mapping[str, Any], *, corrects: bool) -> Check:
    """What to look up: the new parts, and what was known of this address already."""
    known = {**_known_parts(draft, step, parts), **parts}
    return Check(step.name, {**known, "tekst": draft.reading.text.strip()[:200]}, corrects)


def _known_parts(draft: Draft, step: Step, new: Mapping[str, Any]) -> dict[str, Any]:
    """Parts given before, of the open question or of the answer that is corrected.

    A new street makes the old rest worthless; a new number keeps the street but not the old
    addition or postcode.
    """
    given = draft.run.answers.get(step.name)
    old: Mapping[str, Any] = draft.run.parts.get(step.name, {})
    if "straat" in new:
        has_where = given is not None or "straat" in old or "postcode" in old
        kept: tuple[str, ...] = () if has_where else ("huisnummer", "toevoeging")
        return {kind: old[kind] for kind in kept if old.get(kind) is not None}
    if not old and given is not None and isinstance(given.value, Mapping):
        old = given.value
    if "postcode" in new:
        kept = ("huisnummer", "toevoeging")
    elif "huisnummer" in new:
        kept = ("straat", "plaats") if old.get("straat") else ("postcode", "plaats")
    else:
        kept = PARTS
    return {kind: old[kind] for kind in kept if old.get(kind) is not None}


def found_along(draft: Draft, leave_out: Collection[str]) -> tuple[Check, ...]:
    """Addresses in the message for steps that are still open: "van Lindelaan 8 naar Kerkstraat".

    One of which is not told what it is belongs to the first step that asks for an address.
    """
    checks: list[Check] = []
    for step in draft.flow.steps if draft.incoming.text else ():
        if step.input is not InputKind.ADDRESS or step.name in leave_out:
            continue
        if draft.run.is_settled(step.name) or counts(draft.flow, draft.run, step) is False:
            continue
        parts = parts_in(draft.reading, step.role)
        told_for_this_step = step.role is not None and any(
            value.role == step.role for value in draft.reading.values
        )
        is_first = not checks and not leave_out and not step.told_only
        if ("straat" in parts or "postcode" in parts) and (told_for_this_step or is_first):
            checks.append(check_of(draft, step, parts, corrects=False))
    return tuple(checks)


def look_up(draft: Draft, checks: Sequence[Check], noted: tuple[str, ...]) -> None:
    """Have the register look at all of these at once."""
    for check in checks:
        draft.note(PartsKnown(check.step, check.parts))
    awaiting = Awaiting(Want.ADDRESSES, tuple(checks), noted)
    draft.want(awaiting, [_effect(check) for check in checks])


def _effect(check: Check) -> CheckAddress:
    number = check.parts.get("huisnummer")
    return CheckAddress(
        step=check.step,
        text=str(check.parts.get("tekst", "")),
        street=check.parts.get("straat"),
        number=int(number) if number is not None else None,
        addition=check.parts.get("toevoeging"),
        postcode=check.parts.get("postcode"),
        place=check.parts.get("plaats"),
    )


def is_settled_by(draft: Draft, check: Check, result: Result | None) -> bool:
    """Take what the register says; False when something must still be asked."""
    if not isinstance(result, AddressChecked):
        if "huisnummer" not in check.parts or not {"straat", "postcode"} & set(check.parts):
            return False
        take_as_typed(draft, check, why="adres_niet_gecontroleerd")
        return True
    if len(result.exact) != 1 or result.missing is not None:
        return False
    found = result.exact[0]
    draft.note(AnswerGiven(check.step, dict(found.value), found.label))
    if check.corrects:
        draft.say(Say("genoteerd"))
    return True


def ask_further(draft: Draft, step: Step, check: Check, result: Result | None) -> None:
    """What the register needs to know, or which of its addresses is meant."""
    checked = result if isinstance(result, AddressChecked) else _missing(check)
    if checked.missing is not None:
        _ask_for(draft, step, check, checked.missing)
    elif checked.exact:
        ask(draft, step, problem="adres_welke", options=_options(draft, checked.exact))
    else:
        _offer_nearest(draft, step, check, checked.nearest)


def _missing(check: Check) -> AddressChecked:
    """Without a register we can still tell that the street or the number is not there."""
    has_number = "huisnummer" in check.parts
    return AddressChecked(check.step, missing="street" if has_number else "number")


def _tries(draft: Draft, step: Step) -> int:
    return draft.run.tries + 1 if draft.run.asked == step.name else 1


def _ask_for(draft: Draft, step: Step, check: Check, missing: str) -> None:
    street = str(check.parts.get("straat") or "")
    tries = _tries(draft, step)
    options = [INSISTING] if tries > 1 else []
    if missing == "number" and street:
        values = {"straat": street}
        ask(draft, step, tries=tries, problem="adres_huisnummer", problem_values=values,
            options=options)  # fmt: skip
    else:
        ask(draft, step, tries=tries, problem="adres_straat", options=options)


def _offer_nearest(
    draft: Draft, step: Step, check: Check, nearest: tuple[AddressFound, ...]
) -> None:
    ask(
        draft,
        step,
        tries=_tries(draft, step),
        problem="adres_bestaat_niet" if nearest else "adres_onbekend",
        problem_values={"gegeven": as_written(check.parts)},
        options=(*_options(draft, nearest), INSISTING),
    )


def as_written(parts: Mapping[str, Any]) -> str:
    """The address as far as it is known; what was typed when nothing of it was recognised."""
    where = parts.get("straat") or parts.get("postcode")
    if not where or parts.get("huisnummer") is None:
        return str(parts.get("tekst") or "").strip()
    place = f", {parts['plaats']}" if parts.get("plaats") else ""
    return f"{where} {parts['huisnummer']}{parts.get('toevoeging') or ''}{place}"


def _options(draft: Draft, found: tuple[AddressFound, ...]) -> tuple[Option, ...]:
    """Ids go on counting through the flow: an old button can never mean a new address."""
    first_number = draft.run.offers + 1
    return tuple(
        Option(f"adres:{number}", each.label, dict(each.value))
        for number, each in enumerate(found[:MOST_OPTIONS], start=first_number)
    )


def take_as_typed(draft: Draft, check: Check, *, why: str) -> None:
    """The words of the resident, marked as not checked; why is the text that says so."""
    parts = dict(check.parts)
    written = as_written(parts)
    value = {**parts, "gecontroleerd": False}
    draft.note(AnswerGiven(check.step, value, f"{written} ({UNCHECKED})", is_checked=False))
    draft.say(Say(why, kind="notice"))
