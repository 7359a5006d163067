# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the workbench."""

from django.urls import path

from gemeengoed.web.workbench import (
    acting,
    counts,
    files,
    lists,
    log_in,
    processing,
    profile,
    questions,
)

app_name = "workbench"

TAAK = "<slug:gemeente>/werk/taken/<uuid:id>"
LIST = "<slug:gemeente>/werk/verwerken"
QUESTIONS = "<slug:gemeente>/werk/vragen"
SUBMISSION = f"{LIST}/<uuid:id>"

urlpatterns = [
    path("<slug:gemeente>/werk", lists.mine, name="taken"),
    path("<slug:gemeente>/werk/team", lists.team, name="team"),
    path("<slug:gemeente>/werk/vandaag-af", lists.done, name="done"),
    path("<slug:gemeente>/werk/cijfers", counts.counts, name="counts"),
    path("<slug:gemeente>/werk/voorkeuren", profile.profile, name="profile"),
    path("<slug:gemeente>/werk/inloggen", log_in.log_in, name="log-in"),
    path("<slug:gemeente>/werk/uitloggen", log_in.log_out, name="log-out"),
    path(QUESTIONS, questions.missed, name="questions"),
    path(f"{QUESTIONS}/<uuid:id>/indelen", questions.label, name="label"),
    path(f"{QUESTIONS}/<uuid:id>/ongedaan", questions.undo, name="undo-label"),
    path(LIST, processing.waits, name="processing"),
    path(f"{LIST}/volgende", processing.following, name="following"),
    path(SUBMISSION, processing.one, name="submission"),
    path(f"{SUBMISSION}/verwerkt", processing.processed, name="processed"),
    path(f"{SUBMISSION}/vraag", processing.ask, name="ask"),
    path(f"{SUBMISSION}/antwoord", processing.answer, name="answer"),
    path(f"{SUBMISSION}/eruit", processing.lift, name="lift"),
    path("<slug:gemeente>/werk/bestanden/<uuid:id>", files.file_, name="file"),
    path(TAAK, acting.one, name="taak"),
    path(f"{TAAK}/oppakken", acting.take, name="take"),
    path(f"{TAAK}/overdragen", acting.hand_over, name="hand-over"),
    path(f"{TAAK}/toch-niet-overdragen", acting.take_back, name="take-back"),
    path(f"{TAAK}/overnemen", acting.accept, name="accept"),
    path(f"{TAAK}/niet-overnemen", acting.decline, name="decline"),
    path(f"{TAAK}/teruggeven", acting.give_back, name="give-back"),
    path(f"{TAAK}/belmoment", acting.plan, name="plan"),
    path(f"{TAAK}/gesprek", acting.log_call, name="log-call"),
    path(f"{TAAK}/afhandelen", acting.finish, name="finish"),
]
