# SPDX-License-Identifier: EUPL-1.2
"""The routes of the API for files: sending one as an answer, and getting one's own back."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from gemeengoed.conversations.operations_files import post_file
from gemeengoed.conversations.queries import overview
from gemeengoed.conversations.shown import Shown
from gemeengoed.files.queries import open_upload
from gemeengoed.web.api import shapes
from gemeengoed.web.api.routes import TOKEN, door_rule
from gemeengoed.web.frame.attachments import attachment
from gemeengoed.web.frame.origin import origin_of
from gemeengoed.web.frame.sent_files import FIELD, sent_file
from gemeengoed.web.frame.turn_threads import in_turn_thread

router = Router()

BODY = {
    "required": True,
    "content": {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": ["client_id", FIELD],
                "properties": {
                    "client_id": {
                        "type": "string",
                        "minLength": 1,
                        "maxLength": 64,
                        "description": "Made by the sender; the same id again stores nothing",
                    },
                    FIELD: {
                        "type": "string",
                        "contentMediaType": "application/octet-stream",
                        "description": "A PDF, JPEG or PNG of at most 10 MB, told by its content",
                    },
                },
            }
        }
    },
}
GIVEN = {
    200: {
        "description": "The file, to be saved under its own name",
        "content": {
            name: {"schema": {"type": "string", "contentMediaType": name}}
            for name in ("application/pdf", "image/jpeg", "image/png")
        },
    }
}


@router.post(
    "/{slug:gemeente}/conversations/{conversation}/files",
    response=shapes.Messages,
    tags=["conversations"],
    operation_id="postFile",
    auth=TOKEN,
    openapi_extra={"requestBody": BODY},
)
@door_rule("conversation token")
async def post(request: HttpRequest, gemeente: str, conversation: UUID) -> Any:
    """Send a file as the answer to a question of type file. Gives its message and the answer.

    A virus scan that cannot be done now holds nothing up; staff get the file after it only.
    """
    messages = await in_turn_thread(_post, request, gemeente, conversation)
    return {"messages": messages}


def _post(request: HttpRequest, gemeente: str, conversation: UUID) -> list[Shown]:
    """In a thread: a form of megabytes is read here."""
    return post_file(
        municipality=gemeente,
        conversation=conversation,
        token=request.auth,  # type: ignore[attr-defined]
        origin=origin_of(request),
        sent=sent_file(request, lambda name, size: request.POST.get("client_id", "")),
    )


@router.get(
    "/{slug:gemeente}/conversations/{conversation}/files/{file}",
    tags=["conversations"],
    operation_id="file",
    auth=TOKEN,
    openapi_extra={"responses": GIVEN},
)
@door_rule("conversation token")
async def file_(request: HttpRequest, gemeente: str, conversation: UUID, file: UUID) -> Any:
    """A file that was sent in this conversation."""
    return await in_turn_thread(_file, request, gemeente, conversation, file)


def _file(request: HttpRequest, gemeente: str, conversation: UUID, file: UUID) -> HttpResponse:
    known = overview(
        municipality=gemeente,
        conversation=conversation,
        token=request.auth,  # type: ignore[attr-defined]
    )
    person = UUID(known.login_person) if known.login_person else None
    return attachment(*open_upload(gemeente, conversation, person, file))
