# SPDX-License-Identifier: EUPL-1.2
"""DATABASE_URL to Django's dictionary."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

# A statement that a connection sends for the fifth time is parsed and planned by the database once
# and for all; Django's default is to write the values into each and have it read anew.
PREPARED = {"server_side_binding": True, "prepare_threshold": 5}


class DatabaseUrlError(ValueError):
    """DATABASE_URL is not a postgresql:// address."""


def database_from_url(url: str) -> dict[str, Any]:
    """Settings for one PostgreSQL; an empty url gives libpq's own defaults (PGHOST and so on).

    Raises DatabaseUrlError for anything that is not PostgreSQL.
    """
    parts = urlsplit(url)
    if url and parts.scheme not in ("postgresql", "postgres"):
        raise DatabaseUrlError(
            "DATABASE_URL must look like postgresql://user:password@host:5432/name"
        )
    query = dict(parse_qsl(parts.query))
    host = query.pop("host", None) or unquote(parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "gemeengoed",
        "USER": query.pop("user", None) or unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(query.pop("port", "") or parts.port or ""),
        # Under ASGI each page runs in a thread of its own: a connection that is kept would be lost
        # with it. Turns run in threads that stay and keep theirs (web/frame/turn_threads.py).
        "CONN_MAX_AGE": 0,
        "OPTIONS": PREPARED | query,
    }
