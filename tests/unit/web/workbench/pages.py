# SPDX-License-Identifier: EUPL-1.2
"""A colleague of the tests who opens pages and sends the forms that stand on them."""

import re
from html import unescape
from typing import Any

from django.http import HttpResponse
from django.test import Client

from gemeengoed.casework.models import InterneTaak

WORK = "/waterdam/werk"


def text(response: HttpResponse) -> str:
    return unescape(response.content.decode())


def address(taak: InterneTaak, act: str = "", gemeente: str = "waterdam") -> str:
    return f"/{gemeente}/werk/taken/{taak.pk}" + (f"/{act}" if act else "")


def look(browser: Client, taak: InterneTaak) -> str:
    return text(browser.get(address(taak)))


def send(browser: Client, taak: InterneTaak, act: str, **fields: Any) -> Any:
    """As a browser does it: the form must stand on the page, and its token goes along."""
    opened = look(browser, taak)
    found = re.search(rf'<form method="post" action="{address(taak, act)}"', opened)
    assert found, f"no form for {act}"
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', opened[found.start() :])
    assert token
    return browser.post(address(taak, act), {"csrfmiddlewaretoken": token[1], **fields})
