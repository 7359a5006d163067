# SPDX-License-Identifier: EUPL-1.2
"""Before packs are published: which test questions are understood now and would no longer be?"""

from pathlib import Path

from gemeengoed.content.keeping import kept_or_loaded
from gemeengoed.content.loaded import Loaded
from gemeengoed.content.queries_releases import standing
from gemeengoed.content.reader import trained_reader
from gemeengoed.content.swapping import loaded_release
from gemeengoed.project.evaluating.asking import ask_base, ask_own
from gemeengoed.project.evaluating.figures import regressions
from gemeengoed.project.evaluating.outcomes import Answered, Outcome


def would_be_worse(folder: Path) -> list[Answered]:
    """The test questions in these packs that what is published now answers and they do not.

    Empty when nothing is published. Raises PackError, NoPacksError for packs with a fault.
    """
    new = kept_or_loaded(folder)
    now = standing()
    if now is None:
        return []
    before = _asked(new, loaded_release(now.release))
    right = {(each.text, each.expected) for each in before if each.outcome is Outcome.RIGHT}
    return regressions(right, _asked(new, new))


def _asked(questions: Loaded, answering: Loaded) -> list[Answered]:
    """The questions of the one, answered by the other."""
    reader = trained_reader(answering.packs)
    edition = answering.editions[min(answering.editions)]
    own = ask_own(questions.packs, answering.editions, reader)
    return [*ask_base(questions.packs, edition, reader), *own]
