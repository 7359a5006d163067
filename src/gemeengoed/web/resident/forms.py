# SPDX-License-Identifier: EUPL-1.2
"""What a form of the chat sends, read into one message."""

import hashlib
import re
import uuid
from datetime import date

from django.http import QueryDict
from django.utils.formats import date_format

from gemeengoed.conversations.posted import Posted
from gemeengoed.dialogue.persons import BETWEEN

_KEY = re.compile(r"[0-9a-f]{32}\Z")


def new_key() -> str:
    """The hidden ``key`` of a form as it is shown: a second click on it sends the same again."""
    return uuid.uuid4().hex


def posted_from(data: QueryDict) -> Posted:
    """One message: the pressed button (``choice`` or ``action``), else the typed ``text``.

    An action is written ``name`` or ``name:what`` or ``name:what:value``. A date comes from a date
    field and is said as residents say it. Nothing is checked here: conversations does that.
    """
    choice, action = data.get("choice"), data.get("action")
    if people := data.getlist("persoon"):
        choice = BETWEEN.join(people)
    if choice is not None:
        return Posted(_client_id(data, choice), choice=choice)
    if action is not None:
        verb, _, rest = action.partition(":")
        name, _, value = rest.partition(":")
        key = _client_id(data, action)
        return Posted(key, action=verb, name=name or None, value=value or None)
    text = typed_text(data)
    return Posted(_client_id(data, text), text=text)


def typed_text(data: QueryDict) -> str:
    """What the resident typed, to show again when it could not be sent."""
    day = data.get("day")
    if day is None:
        return data.get("text", "").strip()
    try:
        return date_format(date.fromisoformat(day), "j F Y")
    except ValueError:
        return day.strip()


def key_of_file(data: QueryDict, name: str, size: int) -> str:
    """The client id of a file: the same for a second click on the same form."""
    return _client_id(data, f"{name}:{size}")


def _client_id(data: QueryDict, content: str) -> str:
    """The same for a second click; another for another answer from the same page (browser's back).

    A form without a usable key gets a new id: it is then sent without protection against repeats.
    """
    key = data.get("key", "")
    if not _KEY.match(key):
        key = new_key()
    digest = hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()
    return f"{key}-{digest[:12]}"
