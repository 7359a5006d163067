# SPDX-License-Identifier: EUPL-1.2
"""A client whose conversation went on elsewhere is told so in a way that a program can read."""

import json

from django.test import RequestFactory

from gemeengoed.conversations.errors import TalkMovedError
from gemeengoed.web.api.api import talk_moved


def test_that_it_moved_is_told_by_a_code_and_nothing_is_told_of_anybody() -> None:
    answer = talk_moved(RequestFactory().get("/"), TalkMovedError())
    told = json.loads(answer.content)
    assert answer.status_code == 403
    assert [error["code"] for error in told["errors"]] == ["moved"]
    assert set(told) == {"status", "title", "detail", "errors"}
