# SPDX-License-Identifier: EUPL-1.2
"""What a resident typed is in no log, whatever goes wrong with it."""

import io
import logging

from gemeengoed.project.logs import Discreet


def logged(error: BaseException | None, message: str = "it failed: %s", *args: object) -> str:
    """The line that a log gets, with the traceback of an error that is raised and caught."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Discreet("%(levelname)s %(message)s"))
    record = logging.LogRecord("x", logging.ERROR, __file__, 1, message, args or ("here",), None)
    if error is not None:
        record.exc_info = (type(error), error, error.__traceback__)
    handler.emit(record)
    return stream.getvalue()


def failing(text: str) -> BaseException:
    try:
        try:
            raise ValueError(f"cannot store {text}")
        except ValueError as error:
            raise RuntimeError(f"gave up on {text}") from error
    except RuntimeError as error:
        return error


def test_a_traceback_tells_kind_and_place_and_not_the_text_of_the_error() -> None:
    line = logged(failing("Jan de Vries"))
    assert "Vries" not in line
    assert "ValueError" in line
    assert "RuntimeError" in line
    assert "test_logs.py" in line


def test_an_address_is_told_without_its_one_time_code() -> None:
    line = logged(None, "Not Found: %s", "/waterdam/chat/verder/geheim-1_2")
    assert line == "ERROR Not Found: /waterdam/chat/verder/…\n"


def test_any_other_line_is_told_as_it_is() -> None:
    assert logged(None, "worker %s", "began") == "ERROR worker began\n"


def test_the_way_back_from_logging_in_is_told_without_its_secrets() -> None:
    address = "/waterdam/inloggen/terug?code=geheim&state=ookgeheim&iss=https://broker.example"
    line = logged(None, "failed at %s", address)
    assert "geheim" not in line
    assert "/waterdam/inloggen/terug?code=…&state=…&iss=https://broker.example" in line
