# SPDX-License-Identifier: EUPL-1.2
"""The file in a form that was sent, as conversations takes it.

Django has counted it and put it in a temporary file when it is big; project/body_limit.py has
refused what is far too big before.
"""

from collections.abc import Callable
from typing import BinaryIO, cast

from django.http import HttpRequest

from gemeengoed.conversations.operations_files import SentFile
from gemeengoed.files.errors import FileRefusedError, Why

FIELD = "file"


def sent_file(request: HttpRequest, key: Callable[[str, int], str]) -> SentFile:
    """key gives the client id of a file of this name and size.

    Raises FileRefusedError when no file came along, and Django's MultiPartParserError.
    """
    uploaded = request.FILES.get(FIELD)
    if uploaded is None:
        raise FileRefusedError(Why.MISSING)
    name, size = uploaded.name or "", uploaded.size or 0
    return SentFile(
        client_id=key(name, size),
        name=name,
        size=size,
        content=cast(BinaryIO, uploaded.file),
    )
