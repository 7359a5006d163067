# SPDX-License-Identifier: EUPL-1.2
"""The address step: parts as they come, looked up, chosen, or insisted on."""

from collections.abc import Mapping
from typing import Any

from gemeengoed.dialogue.answers import first, fitting
from gemeengoed.dialogue.effects import AddressChecked, AddressFound, CheckAddress
from gemeengoed.dialogue.events import AddressPartsKnown, AnswerGiven
from gemeengoed.dialogue.flow import Step
from gemeengoed.dialogue.flowing import ask, ask_next
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.replies import Say
from gemeengoed.dialogue.state import Option
from gemeengoed.language.reading import Reading

INSIST = "adres:toch"
PARTS = ("straat", "huisnummer", "toevoeging", "postcode", "plaats")


def parts_in(reading: Reading | None, role: str | None) -> dict[str, Any]:
    """The address parts of a message; empty when it has none."""
    if reading is None:
        return {}
    values = fitting(reading.values, role)
    found = {kind: first(values, kind) for kind in PARTS}
    return {kind: value.value for kind, value in found.items() if value is not None}


def check(draft: Draft, step: Step, text: str, parts: Mapping[str, Any]) -> None:
    """Have the register look; what was known of this address already is kept."""
    known = {**_known_parts(draft, step, parts), **parts}
    draft.note(AddressPartsKnown({**known, "tekst": text}))
    draft.want(
        CheckAddress(
            step=step.name,
            text=text,
            street=known.get("straat"),
            number=known.get("huisnummer"),
            addition=known.get("toevoeging"),
            postcode=known.get("postcode"),
            place=known.get("plaats"),
        )
    )


def _known_parts(draft: Draft, step: Step, new: Mapping[str, Any]) -> dict[str, Any]:
    """Parts given before, of the open question or of the answer that is corrected.

    A new street makes the old rest worthless; a new number keeps the street but not the old
    addition or postcode.
    """
    if "straat" in new:
        return {}
    given = draft.run.answers.get(step.name)
    old: Mapping[str, Any] = draft.run.partial
    if given is not None and isinstance(given.value, dict):
        old = given.value
    kept = ("straat", "plaats") if "huisnummer" in new else PARTS
    return {kind: old[kind] for kind in kept if old.get(kind) is not None}


def take(draft: Draft, step: Step, result: AddressChecked) -> None:
    """Go on with what the register says."""
    if result.missing is not None:
        _ask_for(draft, step, result.missing)
    elif len(result.exact) == 1:
        accept(draft, step, result.exact[0])
    elif result.exact:
        partial = dict(draft.run.partial)
        ask(draft, step, problem="adres_welke", options=_options(result.exact))
        draft.note(AddressPartsKnown(partial))
    else:
        _offer_nearest(draft, step, result.nearest)


def accept(draft: Draft, step: Step, found: AddressFound) -> None:
    draft.note(AnswerGiven(step.name, dict(found.value), found.label))
    ask_next(draft)


def _ask_for(draft: Draft, step: Step, missing: str) -> None:
    partial = dict(draft.run.partial)
    tries = min(draft.run.tries + 1, 2)
    if missing == "number":
        values = {"straat": str(partial.get("straat") or "")}
        ask(draft, step, tries=tries, problem="adres_huisnummer", problem_values=values)
    else:
        ask(draft, step, tries=tries, problem="adres_straat")
    draft.note(AddressPartsKnown(partial))


def _offer_nearest(draft: Draft, step: Step, nearest: tuple[AddressFound, ...]) -> None:
    partial = dict(draft.run.partial)
    values = {"gegeven": str(partial.get("tekst") or "")}
    key = "adres_bestaat_niet" if nearest else "adres_onbekend"
    options = (*_options(nearest), Option(INSIST, "", None))
    tries = min(draft.run.tries + 1, 2)
    ask(draft, step, tries=tries, problem=key, problem_values=values, options=options)
    draft.note(AddressPartsKnown(partial))


def _options(found: tuple[AddressFound, ...]) -> tuple[Option, ...]:
    return tuple(
        Option(f"adres:{number}", each.label, dict(each.value))
        for number, each in enumerate(found[:8], start=1)
    )


def take_as_typed(draft: Draft, step: Step, *, why: str) -> None:
    """The words of the resident, not checked; why is the text that says so."""
    partial = dict(draft.run.partial)
    text = str(partial.pop("tekst", "")).strip()
    draft.note(AnswerGiven(step.name, {**partial, "tekst": text}, text, is_checked=False))
    draft.say(Say(why, kind="notice"))
    ask_next(draft)
