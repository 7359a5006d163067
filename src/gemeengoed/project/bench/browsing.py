# SPDX-License-Identifier: EUPL-1.2
"""A very small browser: cookies, redirects and forms, over a connection that is kept."""

from urllib.parse import urlencode, urljoin, urlsplit

from gemeengoed.project.bench.http_client import Connection, UnexpectedAnswerError

MOST_REDIRECTS = 10
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Browser:
    """Of one resident, who comes from an address of their own. All sites are on this machine."""

    def __init__(self, origin: str) -> None:
        self.address = ""  # where it is now
        self._origin = {"X-Forwarded-For": origin}
        self._site: Connection | None = None  # a connection that waits is let go by its server
        self._cookies: dict[tuple[str, str], str] = {}  # (site, name) -> value

    async def open(self, address: str) -> str:
        """The page that it leads to. Raises UnexpectedAnswerError."""
        return await self._go("GET", address, b"")

    async def submit(self, address: str, **values: str) -> str:
        """The page to which this form leads. Raises UnexpectedAnswerError."""
        return await self._go("POST", address, urlencode(values).encode())

    def cookie(self, site: str, name: str) -> str:
        """Empty when there is none."""
        return self._cookies.get((site, name), "")

    def keep(self, site: str, name: str, value: str) -> None:
        """A cookie, as the site itself would set it."""
        self._cookies[site, name] = value

    def close(self) -> None:
        if self._site is not None:
            self._site.close()

    async def _go(self, method: str, address: str, payload: bytes) -> str:
        for _ in range(MOST_REDIRECTS):
            self.address = urljoin(self.address, address)
            parts = urlsplit(self.address)
            path = f"{parts.path}?{parts.query}" if parts.query else parts.path
            headers = {**self._origin, **self._cookie_header(parts.netloc)}
            headers |= FORM if payload else {}
            answer = await self._at(parts.netloc).send(method, path, headers, payload)
            told = dict(answer.headers)
            for name, value in answer.headers:
                if name == "set-cookie":
                    self._hear_cookie(parts.netloc, value)
            if answer.status // 100 == 2:
                return answer.body.decode()
            if "location" not in told:
                raise UnexpectedAnswerError(f"{path}: {answer.status} {answer.body[:300]!r}")
            method, address, payload = "GET", told["location"], b""
        raise UnexpectedAnswerError(f"{self.address}: redirects without end")

    def _at(self, site: str) -> Connection:
        if self._site is None or self._site.name != site:
            self.close()
            self._site = Connection("127.0.0.1", int(site.rpartition(":")[2]), site)
        return self._site

    def _cookie_header(self, site: str) -> dict[str, str]:
        own = [f"{name}={value}" for (at, name), value in self._cookies.items() if at == site]
        return {"Cookie": "; ".join(own)} if own else {}

    def _hear_cookie(self, site: str, told: str) -> None:
        """Paths are not looked at: a site hears all of its cookies."""
        name, _, value = told.partition(";")[0].partition("=")
        self._cookies[site, name.strip()] = value
