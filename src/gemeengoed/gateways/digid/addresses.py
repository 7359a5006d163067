# SPDX-License-Identifier: EUPL-1.2
"""Which addresses of a broker may be used: secrets go there. Pure."""

from urllib.parse import urlsplit

_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


def is_safe(address: object) -> bool:
    """Whether it is encrypted on its way, or does not leave this machine."""
    if not isinstance(address, str):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme == "https":
        return bool(parts.hostname)
    return parts.scheme == "http" and parts.hostname in _THIS_MACHINE
