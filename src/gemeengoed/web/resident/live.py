# SPDX-License-Identifier: EUPL-1.2
"""The line on which the chat page hears that its conversation went on.

It tells sequences only: the page then fetches itself and shows what is new. A page without
JavaScript does without.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_GET

from gemeengoed.access.errors import TooManyError
from gemeengoed.conversations.errors import ConversationError
from gemeengoed.conversations.queries import overview
from gemeengoed.conversations.shown import Shown
from gemeengoed.web.frame.errors import StreamsFullError
from gemeengoed.web.frame.limits import refusal
from gemeengoed.web.frame.open_streams import open_streams, streaming
from gemeengoed.web.frame.origin import origin_of
from gemeengoed.web.frame.permissions import open_to
from gemeengoed.web.frame.stream import message_stream, seen_before
from gemeengoed.web.frame.turn_threads import in_turn_thread
from gemeengoed.web.resident.keeping import kept
from gemeengoed.web.resident.pages import edition_or_404


@open_to("everybody: the cookie of the conversation is the key")
@require_GET
async def stream(request: HttpRequest, gemeente: str) -> HttpResponseBase:
    """Sequences after ``na`` or Last-Event-ID, as they come. Without a conversation: 204, by which
    a browser knows that there is nothing to wait for."""
    edition_or_404(gemeente)
    conversation = kept(request, gemeente)
    if conversation is None:
        return HttpResponse(status=204)
    row, token = conversation.conversation, conversation.token
    try:
        await in_turn_thread(overview, municipality=gemeente, conversation=row, token=token)
        place = open_streams.enter(conversation=row, origin=origin_of(request))
    except ConversationError:
        return HttpResponse(status=204)
    except (TooManyError, StreamsFullError) as error:
        return refusal(error)
    after = seen_before(request.headers.get("Last-Event-ID") or request.GET.get("na", ""))
    return streaming(message_stream(gemeente, row, token, after, _sequence), place)


def _sequence(message: Shown) -> str:
    return str(message["seq"])
