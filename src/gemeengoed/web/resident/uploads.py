# SPDX-License-Identifier: EUPL-1.2
"""Files on the chat page: sending one as an answer, and getting one's own back."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gemeengoed.access.errors import TooManyError
from gemeengoed.content.edition import Edition
from gemeengoed.conversations.errors import ConversationError, NoFileAskedError
from gemeengoed.conversations.operations_files import post_file
from gemeengoed.conversations.queries import overview
from gemeengoed.files.errors import FileRefusedError, FilesError
from gemeengoed.files.queries import open_upload
from gemeengoed.web.frame.attachments import attachment
from gemeengoed.web.frame.limits import when_again
from gemeengoed.web.frame.origin import origin_of
from gemeengoed.web.frame.permissions import open_to
from gemeengoed.web.frame.sent_files import sent_file
from gemeengoed.web.resident.chat import Problem, chat_page
from gemeengoed.web.resident.forms import key_of_file
from gemeengoed.web.resident.keeping import kept
from gemeengoed.web.resident.pages import edition_or_404
from gemeengoed.web.resident.personal import shut_for_others


@open_to("everybody: only in the talk of the cookie that comes along, when a file is asked there")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@shut_for_others
def upload(request: HttpRequest, gemeente: str) -> HttpResponse:
    """A file as the answer to the open question; on to the chat page, also for who only looks."""
    edition = edition_or_404(gemeente)
    onward = redirect("resident:chat", gemeente)
    if request.method == "POST":
        try:
            _post(request, gemeente)
        except FileRefusedError as error:
            return _refused(request, edition, error.sentence, 422)
        except TooManyError as error:
            return _refused(request, edition, when_again(error), 429)
        except (NoFileAskedError, ConversationError):
            return onward  # the page tells what is asked now
    onward.status_code = 303
    return onward


def _post(request: HttpRequest, gemeente: str) -> None:
    conversation = kept(request, gemeente)
    if conversation is None:
        raise NoFileAskedError
    sent = sent_file(request, partial(key_of_file, request.POST))
    post_file(
        municipality=gemeente,
        conversation=conversation.conversation,
        token=conversation.token,
        origin=origin_of(request),
        sent=sent,
    )


def _refused(request: HttpRequest, edition: Edition, sentence: str, status: int) -> HttpResponse:
    return chat_page(request, edition, Problem([sentence], status))


@open_to("everybody: only what was sent in the talk of the cookie, by who is logged in there")
@require_safe
@shut_for_others
def uploaded(request: HttpRequest, gemeente: str, file: UUID) -> HttpResponse:
    """A file that was sent in this conversation."""
    conversation = kept(request, gemeente)
    if conversation is None:
        raise Http404
    row, token = conversation.conversation, conversation.token
    try:
        known = overview(municipality=gemeente, conversation=row, token=token)
        person = UUID(known.login_person) if known.login_person else None
        return attachment(*open_upload(gemeente, row, person, file))
    except (ConversationError, FilesError) as error:
        raise Http404 from error
