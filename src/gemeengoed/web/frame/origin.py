# SPDX-License-Identifier: EUPL-1.2
"""Where a request comes from, for limits only."""

from ipaddress import AddressValueError, IPv6Address, IPv6Network

from django.http import HttpRequest

ONE_SUBSCRIBER = 64  # bits of an IPv6 address; whoever has one has all that begin with these


def origin_of(request: HttpRequest) -> str:
    """The address of the client, of IPv6 the network it can choose addresses from.

    The server resolves trusted proxies before we see it.
    """
    address = str(request.META.get("REMOTE_ADDR") or "unknown")
    try:
        six = IPv6Address(address)
    except AddressValueError:
        return address
    if six.ipv4_mapped is not None:
        return str(six.ipv4_mapped)
    return str(IPv6Network((six, ONE_SUBSCRIBER), strict=False))
