# SPDX-License-Identifier: EUPL-1.2
"""Complete moves, from the typed line to the receipt: what residents say, and playing it.

A move is played as a widget and a browser do it: turns over the API, and there and back to DigiD
over the pages. Times in milliseconds.
"""

import html
import json
import re
import time
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gemeengoed.project.bench.browsing import Browser
from gemeengoed.project.bench.http_client import Connection
from gemeengoed.project.bench.movers import Registers

SKIP = {"choice": "overslaan"}
# What the line did not tell yet.
ALSO_TOLD: Mapping[str, Mapping[str, str]] = {
    "nieuw_adres": {"text": "{home}"},
    "verhuisdatum": {"text": "1 december"},
    "wie": {"choice": "alleen"},
}
_TO_DIGID = re.compile(r'href="([^"]*/inloggen/digid[^"]*)"')


class StuckError(RuntimeError):
    """The talk came to something that this move has no answer to."""


@dataclass(frozen=True)
class Kind:
    """line: what is typed first. answers: step -> what to send; else that of ALSO_TOLD, skipped,
    or the first choice.

    who: the BSNs of those who can move so. ends: the kind of the message that ends it.
    """

    name: str
    line: str
    who: Callable[[Registers], list[str]] = Registers.alone
    homes: Callable[[Registers], Iterator[str]] = Registers.free
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    ends: str = "receipt"


PLAIN = Kind(
    "plain, within the municipality", "hoi ik verhuis 1 dec naar {home}, alleen ik, regel ff"
)
KINDS = (
    PLAIN,
    Kind(
        "from another municipality",
        "ik verhuis op 1 december naar {home}, alleen ik",
        who=Registers.from_elsewhere,
    ),
    Kind(
        "with the family",
        "wij verhuizen 1 december met het hele gezin naar {home}",
        who=Registers.with_partner_and_child,
    ),
    Kind(
        "somebody lives there already",
        "ik verhuis 1 december naar {home}, alleen ik",
        homes=Registers.lived_in,
        answers={"toestemming": {"choice": "akkoord"}},
    ),
    Kind(
        "who lives there refuses",
        "ik verhuis 1 december naar {home}, alleen ik",
        homes=Registers.lived_in,
        answers={"toestemming": {"choice": "geweigerd"}},
    ),
    Kind("too late", "ik ben op 1 november verhuisd naar {home}, alleen ik"),
    Kind("too early", "ik verhuis op 1 maart 2027 naar {home}, alleen ik", ends="outcome"),
    Kind(
        "nothing told but that one moves",
        "ik ga verhuizen binnen de gemeente",
    ),
)


@dataclass
class Played:
    """before, after: questions before and after logging in, without the log-in and the summary.

    optional: of those after, the ones that need no answer.
    """

    turns: list[float] = field(default_factory=list)
    login: float = 0.0
    total: float = 0.0
    before: int = 0
    after: int = 0
    optional: int = 0
    steps: list[str] = field(default_factory=list)


class Mover:
    """One resident with one browser."""

    def __init__(self, port: int, municipality: str, origin: str) -> None:
        self._site = f"localhost:{port}"
        self._slug = municipality
        self._api = Connection("127.0.0.1", port)
        self._browser = Browser(origin)
        self._path = f"/api/v1/{municipality}/conversations"
        self._id = self._token = ""

    async def move(self, kind: Kind, bsn: str, home: str) -> Played:
        """From opening the chat to the end. Raises StuckError, UnexpectedAnswerError."""
        played, begun = Played(), time.perf_counter()
        opened = await self._api.post(self._path, {})
        self._id, self._token = opened["id"], opened["token"]
        last = await self._say(played, {"text": kind.line.format(home=home)})
        is_logged_in = False
        while (at := end_of(last)) != kind.ends:
            if at == "login" and not is_logged_in:
                last, is_logged_in = await self._log_in(played, bsn), True
                continue
            if at == "question":
                _count(played, last, is_logged_in=is_logged_in)
            last = await self._say(played, reply_to(kind, last, home))
        played.total = _since(begun)
        return played

    def close(self) -> None:
        self._api.close()
        self._browser.close()

    async def _say(self, played: Played, said: Mapping[str, str]) -> dict[str, Any]:
        """One turn; gives the last message of its answer."""
        begun = time.perf_counter()
        body = {"client_id": uuid.uuid4().hex, **said}
        answer = await self._api.post(f"{self._path}/{self._id}/messages", body, self._token)
        played.turns.append(_since(begun))
        return _last(answer["messages"])

    async def _log_in(self, played: Played, bsn: str) -> dict[str, Any]:
        """To DigiD and back, with all that a browser fetches on the way; gives the last message."""
        begun = time.perf_counter()
        name = f"gg_gesprek_{self._slug}"
        self._browser.keep(self._site, name, f"{self._id}.{self._token}")
        page = await self._browser.open(f"http://{self._site}/{self._slug}/chat/inloggen")
        start = _TO_DIGID.search(page)
        if start is None:
            raise StuckError("no way to DigiD")
        await self._browser.open(html.unescape(start[1]))
        await self._browser.submit(self._browser.address, person=bsn, level="midden", do="login")
        played.login = _since(begun)
        self._api.close()  # a server lets go of a connection that was silent for seconds
        self._token = self._browser.cookie(self._site, name).partition(".")[2]
        bearer = {"Authorization": f"Bearer {self._token}"}
        answer = await self._api.send("GET", f"{self._path}/{self._id}/messages", bearer)
        return _last(json.loads(answer.body)["messages"])


def _last(messages: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What there is to answer: notices may stand after a receipt, such as a link to pass on."""
    told = [each for each in messages if each["kind"] != "notice"]
    return dict((told or messages)[-1])


def end_of(message: Mapping[str, Any]) -> str:
    """What a message is to the one who plays: login, question, summary, receipt or outcome."""
    if message.get("input"):
        return "login" if message["input"]["type"] == "login" else "question"
    if message.get("explanation") and message["kind"] == "receipt":
        return "outcome"
    return str(message["kind"])


def _count(played: Played, message: Mapping[str, Any], *, is_logged_in: bool) -> None:
    asked = message["input"]
    played.steps.append(asked["name"])
    if is_logged_in:
        played.after += 1
        played.optional += bool(asked["optional"])
    else:
        played.before += 1


def reply_to(kind: Kind, message: Mapping[str, Any], home: str) -> dict[str, str]:
    """What is sent next; raises StuckError."""
    at = end_of(message)
    if at == "summary":
        return {"action": "confirm"}
    if at != "question":
        raise StuckError(f"{kind.name}: {at}: {message['text'][:200]}")
    asked = message["input"]
    if known := {**ALSO_TOLD, **kind.answers}.get(asked["name"]):
        return {name: value.format(home=home) for name, value in known.items()}
    if asked["optional"]:
        return SKIP
    if message["choices"]:
        return {"choice": message["choices"][0]["id"]}
    raise StuckError(f"{kind.name}: no answer to {asked['name']}")


def _since(begun: float) -> float:
    return 1000 * (time.perf_counter() - begun)
