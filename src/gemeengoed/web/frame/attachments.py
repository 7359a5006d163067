# SPDX-License-Identifier: EUPL-1.2
"""A file of a resident as an answer: always saved, never shown as a page of ours."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from gemeengoed.files.models import Upload

NOTHING_RUNS = "default-src 'none'; sandbox"


def attachment(upload: Upload, content: Iterable[bytes]) -> HttpResponse:
    """The whole file (at most 10 MB), under its own name."""
    response = HttpResponse(b"".join(content), content_type=upload.media_type)
    disposition = content_disposition_header(as_attachment=True, filename=upload.name)
    response.headers["Content-Disposition"] = str(disposition)
    response.headers["Content-Security-Policy"] = NOTHING_RUNS
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store, private"
    return response
