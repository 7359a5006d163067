# SPDX-License-Identifier: EUPL-1.2
"""The talk of ``gemeengoed chat``: the same operations as every other door."""

import json
import sys
import time
import uuid
from collections.abc import Iterable
from typing import Any

from gemeengoed.access.errors import TooManyError
from gemeengoed.content.errors import UnknownMunicipalityError
from gemeengoed.conversations.errors import MessageRefusedError
from gemeengoed.conversations.operations import Opened, open_conversation, post_message
from gemeengoed.conversations.posted import Posted

ACTIONS = {"/terug": "back", "/stop": "cancel", "/akkoord": "confirm", "/wijzig": "change"}


def talk(gemeente: str, *, as_json: bool, lines: Iterable[str]) -> int:
    """Read lines until the input ends; print every message. Returns the exit code."""
    try:
        opened = open_conversation(municipality=gemeente, origin="terminal", channel="terminal")
    except UnknownMunicipalityError as error:
        print(error, file=sys.stderr)
        return 2
    choices = _show(opened.messages, as_json=as_json)
    for line in lines:
        if line.strip():
            choices = _turn(gemeente, opened, line.strip(), choices, as_json=as_json) or choices
    return 0


def _turn(
    gemeente: str,
    opened: Opened,
    line: str,
    choices: list[dict[str, Any]],
    *,
    as_json: bool,
) -> list[dict[str, Any]]:
    said: dict[str, Any] = {**posted_from(line, choices)}
    posted = Posted(client_id=uuid.uuid4().hex, **said)
    try:
        messages = _post(gemeente, opened, posted)
    except MessageRefusedError as error:
        print(error, file=sys.stderr)
        return choices
    return _show(messages, as_json=as_json)


def _post(gemeente: str, opened: Opened, posted: Posted) -> list[dict[str, Any]]:
    """A script is faster than the limit on messages allows: it waits as long as it is told."""
    while True:
        try:
            return post_message(
                municipality=gemeente,
                conversation=opened.conversation,
                token=opened.token,
                posted=posted,
            )
        except TooManyError as error:
            time.sleep(error.retry_after)


def _show(messages: list[dict[str, Any]], *, as_json: bool) -> list[dict[str, Any]]:
    """Print the messages; returns the buttons of the last one that has any."""
    choices: list[dict[str, Any]] = []
    for message in messages:
        choices = message["choices"] or choices
        if as_json:
            print(json.dumps(message, ensure_ascii=False), flush=True)
        elif message["sender"] == "resident":
            print(f"> {message['text']}\n")
        else:
            _print_message(message)
    return choices


def _print_message(message: dict[str, Any]) -> None:
    print(message["text"])
    for line in message["lines"]:
        print(f"  {line['label']}: {line['value']}")
    for number, choice in enumerate(message["choices"], start=1):
        print(f"  [{number}] {choice['label']}")
    for source in message["sources"]:
        print(f"  Bron: {source['title']} ({source['url']})")
    print(flush=True)


def posted_from(line: str, choices: list[dict[str, Any]]) -> dict[str, str]:
    """What one typed line means: fields of Posted without the client id."""
    word, _, rest = line.partition(" ")
    if word in ACTIONS:
        action = {"action": ACTIONS[word]}
        return {**action, "name": rest.strip()} if rest.strip() else action
    if line.startswith("#"):
        return {"choice": line[1:]}
    if line.isdigit() and 1 <= int(line) <= len(choices):
        return {"choice": choices[int(line) - 1]["id"]}
    return {"text": line}
