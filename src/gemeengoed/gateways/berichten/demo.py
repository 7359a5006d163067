# SPDX-License-Identifier: EUPL-1.2
"""A mailbox of files: each message an .eml that any mail program opens.

In settings.MAILBOX, one folder per municipality. It can be told to be down, slow or wrong
(operations.set_behaviour). Slow beyond the time limit, and wrong, the message is delivered all the
same: that is what a lost answer of a mail server looks like.
"""

import contextlib
import os
import time
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from gemeengoed.gateways.berichten.errors import (
    BerichtenTimeoutError,
    BerichtenUnavailableError,
    WrongAnswerError,
)
from gemeengoed.gateways.berichten.models import Behaviour, DemoPostbox
from gemeengoed.gateways.berichten.shapes import Mail
from gemeengoed.gateways.berichten.written import key_of, written


@dataclass(frozen=True, slots=True)
class DemoMailbox:
    """Implements port.Berichten. time_limit: seconds after which a slow answer is given up."""

    time_limit: float = 2.0

    def send(self, municipality: str, mail: Mail) -> None:
        """See port.Berichten.send."""
        box = DemoPostbox.objects.filter(pk=municipality).first()
        behaviour = box.behaviour if box else Behaviour.NORMAL
        if behaviour == Behaviour.DOWN:
            raise BerichtenUnavailableError(municipality, "is down")
        message = written(municipality, mail)
        try:
            _keep(folder_of(municipality), f"{key_of(mail)}.eml", message)
        except OSError as error:
            raise BerichtenUnavailableError(municipality, type(error).__name__) from None
        if box is not None and behaviour == Behaviour.SLOW:
            time.sleep(min(box.delay, self.time_limit))
            if box.delay > self.time_limit:
                raise BerichtenTimeoutError(municipality, f"no answer in {self.time_limit} s")
        if behaviour == Behaviour.WRONG:
            raise WrongAnswerError(municipality, "no mail server")


def folder_of(municipality: str) -> Path:
    """Where the messages of a municipality (slug) lie."""
    return Path(settings.MAILBOX) / municipality


def _keep(folder: Path, name: str, message: bytes) -> None:
    """Whole or not at all, and once: the name is taken by linking, which only one can do.

    Tidies up what a killed process left of this message.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = folder / f".{name}.{uuid4().hex}"
    try:
        with beside.open("wb") as file:
            file.write(message)
            file.flush()
            os.fsync(file.fileno())
        # Not found: another delivered the same message, and tidied up, while we wrote.
        with contextlib.suppress(FileExistsError, FileNotFoundError):
            os.link(beside, folder / name)
    finally:
        for left in folder.glob(f".{name}.*"):
            left.unlink(missing_ok=True)
