# SPDX-License-Identifier: EUPL-1.2
"""Alternations for a whole pack file: nothing else in it changes."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from gemeengoed.content.errors import Place
from gemeengoed.content.loading.document import Entry
from gemeengoed.content.texts_of_file import text_entries
from gemeengoed.language.forms.proposing import Unsure, propose


@dataclass(frozen=True, slots=True)
class FileProposal:
    """before and after: the whole file; unsure: with the line of each place."""

    before: str
    after: str
    unsure: tuple[tuple[Place, Unsure], ...]


def propose_for_file(path: Path) -> FileProposal:
    """For every text of a pack file. Raises OSError, UnicodeDecodeError."""
    before = path.read_text(encoding="utf-8")
    pieces: list[str] = []
    left: list[tuple[Place, Unsure]] = []
    at = 0
    for entry in text_entries(path):
        start, end = entry.node.start_mark.index, entry.node.end_mark.index
        if start < at:
            continue  # an alias of a text that was seen
        source = before[start:end]
        proposal = propose(source)
        for unsure in proposal.unsure:
            line = entry.place.line + source.count("\n", 0, unsure.start)
            left.append((Place(str(path), line), unsure))
        pieces += [before[at:start], _written(entry, source, proposal.marked)]
        at = end
    return FileProposal(before, "".join([*pieces, before[at:]]), tuple(left))


def _written(entry: Entry, source: str, marked: str) -> str:
    """With quotes where YAML needs them: a bare text may not begin with a brace."""
    is_bare = isinstance(entry.node, yaml.ScalarNode) and not entry.node.style
    if marked == source or not is_bare:
        return marked
    words = marked.rstrip()
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"{marked[len(words) :]}'
