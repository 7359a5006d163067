# SPDX-License-Identifier: EUPL-1.2
"""The processing list: ordinary ones, each on one screen, and what a colleague does with one.

After each act the next one is there. Of two colleagues at one the second is told what the first
did, with what they typed still there. Who only looks at the address of an act gets the submission.
"""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gemeengoed.casework.errors import StaffError
from gemeengoed.casework.operations_looking import read_conversation
from gemeengoed.casework.roles import WORKERS
from gemeengoed.casework.submissions import operations_processing as processing
from gemeengoed.casework.submissions.errors import UnknownSubmissionError
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.casework.submissions.operations_lifting import lift_out
from gemeengoed.casework.submissions.queries import submission_of
from gemeengoed.casework.submissions.queries_waiting import (
    asked,
    count_processed,
    count_waiting,
    next_to_process,
    waiting,
)
from gemeengoed.web.frame.permissions import StaffRequest, View, require_membership
from gemeengoed.web.workbench.forms_processing import (
    AnswerForm,
    LiftForm,
    ProcessingForm,
    QuestionForm,
)
from gemeengoed.web.workbench.framing import framed
from gemeengoed.web.workbench.submission_page import line, submission_page

A_PAGE = 25  # lines


def _looked_at(view: View) -> View:
    return require_membership(*WORKERS)(never_cache(require_safe(view)))


def _done(view: View) -> View:
    """An act: for who does the work, never kept by a browser, and safe to look at."""
    return require_membership(*WORKERS)(
        never_cache(require_http_methods(["GET", "HEAD", "POST"])(view))
    )


@_looked_at
def waits(request: StaffRequest, gemeente: str) -> HttpResponse:
    """What waits, in pages, and what waits for an answer of the resident."""
    now = settings.CLOCK.now()
    pages = Paginator(range(count_waiting(gemeente)), A_PAGE)
    here = pages.get_page(request.GET.get("pagina"))
    found = waiting(gemeente, first=(here.number - 1) * A_PAGE, at_most=A_PAGE)
    page = framed(
        request,
        "processing",
        lines=[line(each, now) for each in found],
        asked=[line(each, now) for each in asked(gemeente)],
        here=here,
        processed=count_processed(gemeente, now.date()),
    )
    return render(request, "workbench/verwerken.html", page)


@_looked_at
def following(request: StaffRequest, gemeente: str) -> HttpResponse:
    """On to the next one; ``na``: the one before it. At the end of the list, to the list."""
    before = _before(gemeente, request.GET.get("na", ""))
    return _onward(request, gemeente, before)


def _before(gemeente: str, id: str) -> Submission | None:
    try:
        return submission_of(gemeente, UUID(id))
    except (ValueError, UnknownSubmissionError):
        return None


def _onward(request: StaffRequest, gemeente: str, before: Submission | None) -> HttpResponse:
    found = next_to_process(gemeente, request.user, settings.CLOCK.now(), after=before)
    if found is not None:
        return redirect("workbench:submission", gemeente, found.pk)
    if before is not None:
        left = count_waiting(gemeente)
        messages.success(
            request,
            f"Dit was de laatste. Er {'ligt' if left == 1 else 'liggen'} er nog {left}, "
            "overgeslagen of bij een collega open."
            if left
            else "De lijst is leeg. Alles is verwerkt.",
        )
    return redirect("workbench:processing", gemeente)


@_looked_at
def one(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """All that must be booked or checked. That somebody looked is recorded; ``gesprek`` too."""
    now = settings.CLOCK.now()
    submission = _submission_or_404(gemeente, id)
    processing.look_at(submission=submission, by=request.user, now=now)
    shows_talk = "gesprek" in request.GET
    if shows_talk:
        read_conversation(
            municipality=gemeente,
            conversation=submission.conversation_id,
            by=request.user,
            reason=f"verwerken {submission.ontvangstnummer}",
        )
    return submission_page(request, _submission_or_404(gemeente, id), shows_talk=shows_talk)


def _act[F: ProcessingForm](
    request: StaffRequest,
    gemeente: str,
    id: UUID,
    wanted: type[F],
    carry_out: Callable[[Submission, F, datetime], str],
    *,
    stays: bool = False,
) -> HttpResponse:
    """Check the form, carry it out, say what was done; then the next one, or this one again."""
    submission = _submission_or_404(gemeente, id)
    if request.method != "POST":
        return redirect("workbench:submission", gemeente, id)
    form = wanted(request.POST)
    if not form.is_valid():
        return submission_page(request, submission, form, status=422)
    try:
        said = carry_out(submission, form, settings.CLOCK.now())
    except StaffError as error:
        form.add_error(None, error.sentence)
        return submission_page(request, _submission_or_404(gemeente, id), form, status=409)
    messages.success(request, said)
    if stays:
        return redirect("workbench:submission", gemeente, id)
    return _onward(request, gemeente, submission)


@_done
def processed(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """It was booked."""

    def carry_out(submission: Submission, _: ProcessingForm, now: datetime) -> str:
        processing.process(submission=submission, by=request.user, now=now)
        return f"{submission.ontvangstnummer} is verwerkt. De inwoner krijgt bericht."

    return _act(request, gemeente, id, ProcessingForm, carry_out)


@_done
def ask(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """Something is not clear: ask the resident."""

    def carry_out(submission: Submission, form: QuestionForm, now: datetime) -> str:
        processing.return_with_question(
            submission=submission,
            question=form.cleaned_data["question"],
            by=request.user,
            now=now,
        )
        return f"De vraag over {submission.ontvangstnummer} is gesteld. Hij wacht op antwoord."

    return _act(request, gemeente, id, QuestionForm, carry_out)


@_done
def lift(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """It looks wrong: out of the list, to a colleague."""

    def carry_out(submission: Submission, form: LiftForm, now: datetime) -> str:
        taak = lift_out(
            submission=submission,
            reason=form.cleaned_data["reason"],
            note=form.cleaned_data["note"],
            by=request.user,
            now=now,
        )
        return f"{submission.ontvangstnummer} is eruit gehaald: taak {taak.reference}."

    return _act(request, gemeente, id, LiftForm, carry_out)


@_done
def answer(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """The resident answered: it waits again, and is on the screen at once."""

    def carry_out(submission: Submission, form: AnswerForm, now: datetime) -> str:
        processing.log_answer(
            submission=submission, answer=form.cleaned_data["answer"], by=request.user, now=now
        )
        return "Het antwoord is vastgelegd. Je kunt nu verder."

    return _act(request, gemeente, id, AnswerForm, carry_out, stays=True)


def _submission_or_404(gemeente: str, id: UUID) -> Submission:
    """Of this municipality; elsewhere it does not exist."""
    try:
        return submission_of(gemeente, id)
    except UnknownSubmissionError as error:
        raise Http404 from error
