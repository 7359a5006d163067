# SPDX-License-Identifier: EUPL-1.2
import json

from gemeengoed.web.api.presentation import message_on_one_line


def test_a_message_in_the_stream_is_one_line_with_every_field_of_its_shape() -> None:
    message = {
        "seq": 1,
        "at": "2026-11-23T03:05:00+01:00",
        "sender": "assistant",
        "kind": "text",
        "text": "één\nregel",
        "choices": [],
        "sources": [],
    }
    line = message_on_one_line(message)
    assert "\n" not in line
    read = json.loads(line)
    assert read["text"] == "één\nregel"
    assert {"input", "step", "lines", "client_id"} <= set(read)
