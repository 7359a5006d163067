# SPDX-License-Identifier: EUPL-1.2
"""What the limits count by: one who can choose among many addresses is still one."""

import pytest
from django.test import RequestFactory

from gemeengoed.web.frame.origin import origin_of


def origin(address: str) -> str:
    return origin_of(RequestFactory().get("/", REMOTE_ADDR=address))


def test_two_addresses_of_one_subscriber_are_one_origin() -> None:
    assert origin("2001:db8:1:2::1") == origin("2001:db8:1:2:ffff::9")
    assert origin("2001:db8:1:2::1") != origin("2001:db8:1:3::1")


@pytest.mark.parametrize("address", ["192.0.2.1", "::ffff:192.0.2.1"])
def test_an_address_of_ipv4_is_an_origin_by_itself(address: str) -> None:
    assert origin(address) == "192.0.2.1"


@pytest.mark.parametrize("address", ["", "testclient", "fe80::1%eth0"])
def test_what_is_no_address_is_an_origin_too(address: str) -> None:
    assert origin(address)
