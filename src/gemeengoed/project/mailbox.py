# SPDX-License-Identifier: EUPL-1.2
"""Where the demo's mails go: in the folder where its database is kept too."""

from collections.abc import Mapping
from pathlib import Path

from gemeengoed.project.embedded_postgres.places import home_folder


def mailbox_folder(environment: Mapping[str, str]) -> Path:
    """GEMEENGOED_MAILBOX; else ``mailbox`` in GEMEENGOED_HOME or its default. Nothing is made."""
    if chosen := environment.get("GEMEENGOED_MAILBOX"):
        return Path(chosen).expanduser().absolute()
    return home_folder() / "mailbox"
