# SPDX-License-Identifier: EUPL-1.2
"""Opaque secrets: made here, kept only as a hash."""

import hashlib
import secrets


def new_token() -> str:
    """A secret of 256 bits, safe in a header or a cookie."""
    return secrets.token_urlsafe(32)


def fingerprint(secret: str) -> str:
    """What is stored of a secret: its SHA-256, 64 hexadecimal characters.

    No salt and no slow hash: the secrets are random and long, so they cannot be guessed back.
    Takes any text, also one that is no valid Unicode: what a stranger sends as a secret.
    """
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
