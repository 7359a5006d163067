# SPDX-License-Identifier: EUPL-1.2
"""What the assistant did not understand: an editor labels each question with one press.

After each label the next question is there, with the way to take the label back above it. Who only
looks at the address of an act gets the list.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gemeengoed.content.queries import edition_of
from gemeengoed.insights.missed.errors import LabellingError, UnknownQuestionError
from gemeengoed.insights.missed.models import Kind, Label, MissedQuestion
from gemeengoed.insights.missed.operations_labelling import label_question, take_label_back
from gemeengoed.insights.missed.queries import (
    Waiting,
    count_waiting,
    export_of,
    last_labelled,
    waiting,
)
from gemeengoed.insights.missed.roles import EDITORS
from gemeengoed.web.frame.permissions import StaffRequest, View, require_membership
from gemeengoed.web.workbench.framing import framed

A_PAGE = 10  # questions
NEWEST = "nieuwst"
GONE = "Deze vraag is er niet meer."
_BUTTONS = {"geen": Label.NO_TOPIC, "weglaten": Label.LEFT_OUT}
_TOPIC = "onderwerp:"
_OTHER = "ander"


@dataclass(frozen=True, slots=True)
class Line:
    """One question of the list. said: in words; topics: id and label of each suggestion;
    next: the id of the question below it on this page."""

    question: MissedQuestion
    said: tuple[str, ...]
    topics: tuple[tuple[str, str], ...]
    next: str = ""


@require_membership(*EDITORS)
@never_cache
@require_safe
def missed(request: StaffRequest, gemeente: str) -> HttpResponse:
    """The questions that wait, in pages. ``volgorde``: asked most (else), or last, first."""
    now = settings.CLOCK.now()
    order = "new" if request.GET.get("volgorde") == NEWEST else "often"
    pages = Paginator(range(count_waiting(gemeente, now=now)), A_PAGE)
    here = pages.get_page(request.GET.get("pagina"))
    first = (here.number - 1) * A_PAGE
    labels = topic_labels(gemeente)
    found = waiting(gemeente, now=now, order=order, first=first, at_most=A_PAGE)
    ids = [str(each.question.pk) for each in found]
    above = request.GET.get("na", "")
    last = last_labelled(gemeente, request.user)
    page = framed(
        request,
        "questions",
        lines=[_line(each, labels, below) for each, below in zip_longest(found, ids[1:])],
        here=here,
        order=order,
        newest=NEWEST,
        last=last,
        last_label=_label_in_words(last, labels) if last else "",
        above=above if above in ids else "",
        topics=sorted(labels.items(), key=lambda item: item[1].lower()),
        ready=export_of(gemeente).count,
    )
    return render(request, "workbench/vragen.html", page)


def topic_labels(gemeente: str) -> Mapping[str, str]:
    """All topics of the municipality, in words."""
    return {topic.id: topic.label for topic in edition_of(gemeente).catalogue.topics.values()}


def _line(each: Waiting, labels: Mapping[str, str], below: str | None) -> Line:
    return Line(
        each.question,
        tuple(_said(kind, told, times, labels) for kind, told, times in each.said),
        tuple((topic, labels[topic]) for topic in each.topics if topic in labels),
        below or "",
    )


def _said(kind: Kind, told: tuple[str, ...], times: int, labels: Mapping[str, str]) -> str:
    named = [f"‘{labels.get(topic, topic)}’" for topic in told]
    listed = " en ".join(filter(None, [", ".join(named[:-1]), *named[-1:]]))
    words = {
        Kind.UNKNOWN: "Niet begrepen.",
        Kind.PASSED: f"Er was keus uit {listed}. Niets gekozen.",
        Kind.UNHELPFUL: f"Het antwoord ging over {listed}. Dat hielp niet.",
    }[kind]
    return words if times == 1 else f"{times} keer: {words[0].lower()}{words[1:]}"


def _label_in_words(question: MissedQuestion, labels: Mapping[str, str]) -> str:
    if question.label == Label.TOPIC:
        return f"hoort nu bij ‘{labels.get(question.topic, question.topic)}’"
    return "hoort nu bij geen onderwerp" if question.label == Label.NO_TOPIC else "is weggelaten"


def _act(view: View) -> View:
    """For editors, never kept by a browser, and safe to look at."""
    return require_membership(*EDITORS)(
        never_cache(require_http_methods(["GET", "HEAD", "POST"])(view))
    )


@_act
def label(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """``label``: ``onderwerp:<id>``, ``ander`` (then ``onderwerp``), ``geen`` or ``weglaten``."""
    chosen = request.POST.get("label", "")
    topic = chosen.removeprefix(_TOPIC) if chosen.startswith(_TOPIC) else ""
    if chosen == _OTHER:
        topic = request.POST.get("onderwerp", "")

    def carry_out() -> None:
        label_question(
            municipality=gemeente,
            question=id,
            label=_BUTTONS.get(chosen, Label.TOPIC),
            topic=topic,
            by=request.user,
            now=settings.CLOCK.now(),
        )

    return _carried_out(request, gemeente, carry_out, next_one=request.POST.get("daarna", ""))


@_act
def undo(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """Take the label back: the question is in the list again."""

    def carry_out() -> None:
        take_label_back(municipality=gemeente, question=id, by=request.user)

    return _carried_out(request, gemeente, carry_out, next_one=str(id))


def _carried_out(
    request: StaffRequest, gemeente: str, carry_out: Callable[[], None], *, next_one: str
) -> HttpResponse:
    """Then back to the same page of the list, at the question that comes next."""
    address = reverse("workbench:questions", args=[gemeente])
    if request.method != "POST":
        return redirect(address)
    try:
        carry_out()
    except LabellingError as error:
        messages.error(request, error.sentence)
        next_one = ""
    except UnknownQuestionError:
        messages.error(request, GONE)
        next_one = ""
    asked = QueryDict(mutable=True)
    for name in ("volgorde", "pagina"):
        asked[name] = request.POST.get(name, "")
    asked["na"] = next_one
    query = "&".join(part for part in asked.urlencode().split("&") if not part.endswith("="))
    place = f"#vraag-{next_one}" if next_one else ""
    return redirect(f"{address}?{query}{place}" if query else address)
