# SPDX-License-Identifier: EUPL-1.2
"""What packs must pass before anybody hears them: reading, checking, compiling."""

from pathlib import Path

from gemeengoed.content.checking import check_packs
from gemeengoed.content.checking_changes import check_changes
from gemeengoed.content.checking_figures import check_figures
from gemeengoed.content.checking_procedures import check_procedures
from gemeengoed.content.compiling import Compiler
from gemeengoed.content.folders import packs_folder
from gemeengoed.content.loaded import Loaded
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.loading.folder import read_packs, refuse_faults


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
