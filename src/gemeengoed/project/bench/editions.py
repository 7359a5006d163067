# SPDX-License-Identifier: EUPL-1.2
"""What the editions of hundreds of municipalities cost: reading, compiling, memory."""

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from gemeengoed.content.base_comparing import changed_texts
from gemeengoed.content.folders import packs_folder
from gemeengoed.project.bench.many_municipalities import NUMBER, write_packs

# In a process of its own, so that only these packs are in its memory. gc: what compiling threw away
# is no cost of what stays.
_MEASURE = """
import gc, json, sys, time
from pathlib import Path
from gemeengoed.content.compiling import Compiler
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.loading.folder import read_packs
from gemeengoed.project.bench.server import memory_megabytes
import os
faults = Faults()
before = time.process_time()
packs = read_packs(Path(sys.argv[1]), faults)
read = time.process_time()
editions = Compiler(packs, faults).editions()
compiled = time.process_time()
assert not faults.faults, faults.faults[:3]
faults.notices.clear()
gc.collect()
print(json.dumps([len(editions), read - before, compiled - read, memory_megabytes(os.getpid())]))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time for all; memory per municipality more than the first few, in MB."""

    municipalities: int
    read_seconds: float
    compile_seconds: float
    megabytes_each: float
    change_seconds: float  # to tell of a change in the base whom it concerns


def cost_of_editions(number: int = NUMBER) -> Cost:
    """Measured in two processes: with the packs as they are, and with so many municipalities."""
    few, _, _, little = _measured(packs_folder())
    with tempfile.TemporaryDirectory() as lent:
        write_packs(packs_folder(), Path(lent) / "packs", number=number)
        many, read, compiled, much = _measured(Path(lent) / "packs")
        changed = _change_seconds(Path(lent) / "packs")
    return Cost(int(many), read, compiled, (much - little) / (many - few), changed)


def as_sentence(cost: Cost) -> str:
    """The figures with what they are of."""
    return (
        f"{cost.municipalities} municipalities: read in {cost.read_seconds:.1f} s and compiled in "
        f"{cost.compile_seconds:.1f} s of processor time, {cost.megabytes_each:.2f} MB each. "
        f"Whom a change in the base concerns is told in {cost.change_seconds:.1f} s."
    )


def _change_seconds(root: Path) -> float:
    """Of processor time, for a topic that municipalities and regions have own texts for."""
    name = "basis/paspoort/onderwerp.yaml"
    now = (root / name).read_bytes()
    before = time.process_time()
    changed_texts(root, {name: now.replace(b": >-\n", b": >-\n      Let op.\n")}, {name: now})
    return time.process_time() - before


def _measured(root: Path) -> tuple[float, float, float, float]:
    command = [sys.executable, "-c", _MEASURE, str(root)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    few, read, compiled, memory = json.loads(ended.stdout)
    return few, read, compiled, memory
