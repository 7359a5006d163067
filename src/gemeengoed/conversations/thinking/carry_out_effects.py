# SPDX-License-Identifier: EUPL-1.2
"""What the engine wants done outside itself; it decides again on what came of it."""

from gemeengoed.conversations.effects import EffectContext, carry_out
from gemeengoed.conversations.thinking.thought import Thought
from gemeengoed.dialogue.engine import go_on

ROUNDS = 5  # an address, a submission; more is a loop


class EffectsDoNotEndError(RuntimeError):
    """The engine keeps asking for effects."""


def carry_out_effects(thought: Thought) -> None:
    """Raises EffectsDoNotEndError after ROUNDS rounds."""
    for number in range(ROUNDS):
        effects = thought.outcomes[-1].effects if thought.outcomes else ()
        if not effects or thought.edition is None:
            return
        results = [
            carry_out(effect, _context(thought, f"{number}.{place}"))
            for place, effect in enumerate(effects)
        ]
        thought.outcomes.append(
            go_on(
                thought.edition.catalogue,
                thought.outcomes[-1].state,
                results,
                today=thought.now.date(),
            )
        )
    if thought.outcomes[-1].effects:
        raise EffectsDoNotEndError


def _context(thought: Thought, ordinal: str) -> EffectContext:
    assert thought.edition is not None  # noqa: S101 (checked by the caller; tells mypy)
    return EffectContext(
        municipality=thought.municipality,
        conversation=thought.conversation,
        edition=thought.edition,
        key=f"{thought.conversation}:{thought.seq}:{ordinal}",
        now=thought.now,
    )
