# SPDX-License-Identifier: EUPL-1.2
"""The routes of the API. Each hands over to one operation or query."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status
from ninja.security import HttpBearer

from gemeengoed.content.queries import edition_of, editions
from gemeengoed.conversations.operations import (
    erase_conversation,
    open_conversation,
    post_message,
    resume_conversation,
)
from gemeengoed.conversations.posted import Posted
from gemeengoed.conversations.queries import messages_after, overview
from gemeengoed.web.api import shapes
from gemeengoed.web.api.presentation import (
    message_on_one_line,
    municipality_shape,
    person_shape,
)
from gemeengoed.web.api.rendering import written
from gemeengoed.web.frame.open_streams import open_streams, streaming
from gemeengoed.web.frame.origin import origin_of
from gemeengoed.web.frame.stream import message_stream, seen_before
from gemeengoed.web.frame.turn_threads import in_turn_thread

router = Router()


class ConversationToken(HttpBearer):
    """The token of one conversation. Whether it opens this one is checked with the row."""

    async def authenticate(self, request: HttpRequest, token: str) -> str:
        return token


TOKEN = ConversationToken()


def door_rule(rule: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Write on the view who may use it; a guard test reads it."""

    def decorate(view: Callable[..., Any]) -> Callable[..., Any]:
        view.door_rule = rule  # type: ignore[attr-defined]
        return view

    return decorate


@router.get(
    "/municipalities",
    response=shapes.Municipalities,
    tags=["municipalities"],
    operation_id="municipalities",
)
@door_rule("open: which municipalities take part is public")
async def municipalities(request: HttpRequest) -> Any:
    """All municipalities that take part."""
    return {"municipalities": [municipality_shape(edition) for edition in editions()]}


@router.get(
    "/{slug:gemeente}",
    response=shapes.Municipality,
    tags=["municipalities"],
    operation_id="municipality",
)
@door_rule("open: name, look and contact of a municipality are public")
async def municipality(request: HttpRequest, gemeente: str) -> Any:
    """Name, form of address, look and contact of one municipality."""
    return municipality_shape(edition_of(gemeente))


@router.post(
    "/{slug:gemeente}/conversations",
    response={201: shapes.Opened},
    tags=["conversations"],
    operation_id="openConversation",
)
@door_rule("open: anybody may start a talk; limited per origin")
async def open_(request: HttpRequest, gemeente: str) -> Any:
    """Start a conversation; the token in the answer opens it from then on."""
    opened = await in_turn_thread(
        open_conversation, municipality=gemeente, origin=origin_of(request), channel="api"
    )
    return Status(
        201, {"id": opened.conversation, "token": opened.token, "messages": opened.messages}
    )


@router.post(
    "/{slug:gemeente}/conversations/resume",
    response={201: shapes.Opened},
    tags=["conversations"],
    operation_id="resumeConversation",
)
@door_rule("open: the one-time code is the key")
async def resume(request: HttpRequest, gemeente: str, body: shapes.ResumeCode) -> Any:
    """Go on with a conversation on another device, by the code of a resume link."""
    conversation, token = await in_turn_thread(
        resume_conversation, municipality=gemeente, code=body.code
    )
    messages = await in_turn_thread(
        messages_after, municipality=gemeente, conversation=conversation, token=token
    )
    return Status(201, {"id": conversation, "token": token, "messages": messages})


@router.post(
    "/{slug:gemeente}/conversations/{conversation}/messages",
    response=shapes.Messages,
    tags=["conversations"],
    operation_id="postMessage",
    auth=TOKEN,
)
@door_rule("conversation token")
async def post(
    request: HttpRequest, gemeente: str, conversation: UUID, body: shapes.NewMessage
) -> Any:
    """Say something: a text, a choice or an action. Gives the message and its answer back."""
    messages = await in_turn_thread(
        post_message,
        municipality=gemeente,
        conversation=conversation,
        token=request.auth,  # type: ignore[attr-defined]
        posted=Posted(**body.model_dump()),
    )
    return written(shapes.Messages.model_validate({"messages": messages}))


@router.get(
    "/{slug:gemeente}/conversations/{conversation}/messages",
    response=shapes.Messages,
    tags=["conversations"],
    operation_id="messages",
    auth=TOKEN,
)
@door_rule("conversation token")
async def messages(
    request: HttpRequest, gemeente: str, conversation: UUID, after: Annotated[int, Query(ge=0)] = 0
) -> Any:
    """The messages with a sequence above ``after``."""
    found = await in_turn_thread(
        messages_after,
        municipality=gemeente,
        conversation=conversation,
        token=request.auth,  # type: ignore[attr-defined]
        after=after,
    )
    return written(shapes.Messages.model_validate({"messages": found}))


@router.get(
    "/{slug:gemeente}/conversations/{conversation}/stream",
    tags=["conversations"],
    operation_id="stream",
    auth=TOKEN,
    openapi_extra={
        "responses": {
            200: {
                "description": "Server-sent events; data is one message, id its sequence. After "
                "the event moved no more come: somebody logged in, it goes on on the chat page",
                "content": {"text/event-stream": {"schema": {"type": "string"}}},
            }
        }
    },
)
@door_rule("conversation token")
async def stream(request: HttpRequest, gemeente: str, conversation: UUID) -> Any:
    """Messages as they come. Resume with the header Last-Event-ID."""
    await in_turn_thread(
        overview,
        municipality=gemeente,
        conversation=conversation,
        token=request.auth,  # type: ignore[attr-defined]
    )
    after = seen_before(request.headers.get("Last-Event-ID", ""))
    place = open_streams.enter(conversation=conversation, origin=origin_of(request))
    return streaming(
        message_stream(
            gemeente,
            conversation,
            request.auth,  # type: ignore[attr-defined]
            after,
            message_on_one_line,
        ),
        place,
    )


@router.get(
    "/{slug:gemeente}/conversations/{conversation}",
    response=shapes.Conversation,
    tags=["conversations"],
    operation_id="conversation",
    auth=TOKEN,
)
@door_rule("conversation token")
async def conversation_(request: HttpRequest, gemeente: str, conversation: UUID) -> Any:
    """Who has the conversation, its log-in level, and whether a person can be reached."""
    found = await in_turn_thread(
        overview,
        municipality=gemeente,
        conversation=conversation,
        token=request.auth,  # type: ignore[attr-defined]
    )
    return {
        "id": found.conversation,
        "municipality": found.municipality,
        "owner": found.owner,
        "login_level": found.login_level,
        "last_seq": found.last_seq,
        "waiting": found.waiting,
        "person": person_shape(edition_of(gemeente)),
    }


@router.delete(
    "/{slug:gemeente}/conversations/{conversation}",
    response={204: None},
    tags=["conversations"],
    operation_id="eraseConversation",
    auth=TOKEN,
)
@door_rule("conversation token")
async def erase(request: HttpRequest, gemeente: str, conversation: UUID) -> Any:
    """Erase the contents. What was handed in to the municipality stays with the municipality."""
    await in_turn_thread(
        erase_conversation,
        municipality=gemeente,
        conversation=conversation,
        token=request.auth,  # type: ignore[attr-defined]
    )
    return Status(204, None)
