# SPDX-License-Identifier: EUPL-1.2
"""How a BSN is kept: encrypted to be read back, and as a pseudonym to be found again.

Fernet (AES-128-CBC with HMAC-SHA256) and HMAC-SHA256, with keys derived (HKDF) from the secrets in
settings.PERSON_KEYS, one per municipality and purpose. The first secret encrypts; all decrypt, so
that a new one can be put before the old.
"""

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from stdnum.nl import bsn as numbers

from gemeengoed.access.errors import NotABsnError, UnknownPersonError


def checked_bsn(typed: str) -> str:
    """The nine digits; raises NotABsnError."""
    if len(typed) != 9 or not typed.isascii() or not numbers.is_valid(typed):
        raise NotABsnError
    return typed


def encrypted(municipality: str, bsn: str) -> str:
    """Differs each time, so that equal numbers cannot be seen."""
    return _cipher(municipality).encrypt(bsn.encode()).decode()


def decrypted(municipality: str, kept: str) -> str:
    """Raises UnknownPersonError when no key fits (any more)."""
    try:
        return _cipher(municipality).decrypt(kept).decode()
    except InvalidToken as error:
        raise UnknownPersonError("the key is gone") from error


def pseudonyms(municipality: str, bsn: str) -> tuple[str, ...]:
    """64 hexadecimal characters for each secret, the newest first. Not to be guessed back."""
    return tuple(
        hmac.new(_key(secret, municipality, "pseudonym"), bsn.encode(), hashlib.sha256).hexdigest()
        for secret in settings.PERSON_KEYS
    )


def key_for(municipality: str, purpose: str) -> bytes:
    """32 bytes by the newest secret, for one purpose in one municipality."""
    return _key(settings.PERSON_KEYS[0], municipality, purpose)


def _cipher(municipality: str) -> MultiFernet:
    keys = (_key(secret, municipality, "bsn") for secret in settings.PERSON_KEYS)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])


def _key(secret: str, municipality: str, purpose: str) -> bytes:
    derive = HKDF(SHA256(), length=32, salt=None, info=f"{purpose}:{municipality}".encode())
    return derive.derive(secret.encode())
