# SPDX-License-Identifier: EUPL-1.2
"""Publishing: load and compile everything, then swap in one go. A faulty pack changes nothing."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gemeengoed.content import published
from gemeengoed.content.checking import check_packs
from gemeengoed.content.checking_changes import check_changes
from gemeengoed.content.checking_figures import check_figures
from gemeengoed.content.checking_procedures import check_procedures
from gemeengoed.content.compiling import Compiler
from gemeengoed.content.edition import Edition
from gemeengoed.content.errors import Fault
from gemeengoed.content.folders import packs_folder
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.loading.folder import read_packs, refuse_faults
from gemeengoed.content.packs import Packs
from gemeengoed.content.reader import trained_reader

_publishing = threading.Lock()


@dataclass(frozen=True, slots=True)
class Loaded:
    """Packs without a fault, and what they were compiled into; notices are worth a look."""

    packs: Packs
    editions: Mapping[str, Edition]
    notices: tuple[Fault, ...]


def load(folder: Path | None = None) -> Loaded:
    """Read, check and compile the packs in a folder; changes nothing in this process.

    Raises PackError with all faults, NoPacksError.
    """
    faults = Faults()
    packs = read_packs(folder or packs_folder(), faults)
    check_packs(packs, faults)
    check_changes(packs, faults)
    editions = Compiler(packs, faults).editions()
    check_procedures(packs, editions, faults)
    check_figures(packs, editions, faults)
    refuse_faults(faults)
    return Loaded(packs, editions, tuple(sorted(set(faults.notices))))


def publish(folder: Path | None = None) -> Loaded:
    """Make these packs what all municipalities say from now on.

    On a fault the editions that were published stay, and PackError is raised.
    """
    with _publishing:
        loaded = load(folder)
        reader = trained_reader(loaded.packs)
        published.swap(loaded.editions, reader, loaded.packs)
    return loaded
