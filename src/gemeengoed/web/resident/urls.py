# SPDX-License-Identifier: EUPL-1.2
"""The addresses of residents."""

from django.urls import path

from gemeengoed.web.resident import (
    chat,
    digid,
    drawings,
    follow,
    from_widget,
    joining,
    joining_again,
    live,
    log_in,
    log_in_ends,
    mine,
    outcome,
    pages,
    personal,
    taking_back,
    uploads,
)

app_name = "resident"

urlpatterns = [
    path("", pages.landing, name="landing"),
    path("themas.css", pages.themes, name="themes"),
    path("<slug:gemeente>", pages.to_home, name="to-home"),
    path("<slug:gemeente>/", pages.home, name="home"),
    path("<slug:gemeente>/thema.css", pages.theme, name="theme"),
    path("<slug:gemeente>/tekening/<slug:name>.svg", drawings.drawing, name="drawing"),
    path("<slug:gemeente>/chat", chat.chat, name="chat"),
    path("<slug:gemeente>/chat/bestand", uploads.upload, name="upload"),
    path("<slug:gemeente>/chat/bestand/<uuid:file>", uploads.uploaded, name="uploaded"),
    path("<slug:gemeente>/chat/stroom", live.stream, name="stream"),
    path("<slug:gemeente>/chat/wissen", chat.erase, name="erase"),
    path("<slug:gemeente>/chat/verder", from_widget.from_widget, name="from-widget"),
    path("<slug:gemeente>/chat/verder/<str:code>", chat.resume, name="resume"),
    path("<slug:gemeente>/chat/ingelogd", personal.logged_in_chat, name="logged-in-chat"),
    path("<slug:gemeente>/chat/nieuw", personal.begin_anew, name="begin-anew"),
    path("<slug:gemeente>/chat/inloggen", log_in.from_chat, name="log-in-from-chat"),
    path("<slug:gemeente>/chat/inloggen/digid", digid.start, name="start-log-in-from-chat"),
    path("<slug:gemeente>/inloggen", log_in.log_in, name="log-in"),
    path("<slug:gemeente>/inloggen/digid", digid.start, name="start-log-in"),
    path("<slug:gemeente>/inloggen/terug", digid.back, name="back-from-digid"),
    path("<slug:gemeente>/inloggen/gestopt/<slug:why>", log_in.stopped, name="log-in-stopped"),
    path("<slug:gemeente>/uitloggen", log_in.log_out, name="log-out"),
    path("<slug:gemeente>/inloggen/blijven", log_in_ends.stay, name="stay"),
    path("<slug:gemeente>/chat/verlopen", log_in_ends.ended, name="log-in-ended"),
    path("<slug:gemeente>/mijn", mine.mine, name="mine"),
    path("<slug:gemeente>/mijn/samen/<uuid:id>", joining_again.again, name="join-again"),
    path("<slug:gemeente>/samen/<str:code>", joining.joining, name="join"),
    path("<slug:gemeente>/mijn/<str:number>", mine.matter, name="matter"),
    path("<slug:gemeente>/mijn/<str:number>/intrekken", taking_back.take_back, name="take-back"),
    path("<slug:gemeente>/mijn-zaken", follow.follow, name="follow"),
    path("<slug:gemeente>/mijn-zaken/code", follow.code, name="code"),
    path("<slug:gemeente>/mijn-zaken/stand", follow.standing, name="standing"),
    path("<slug:gemeente>/mijn-zaken/klaar", follow.done, name="follow-done"),
    path("<slug:gemeente>/chat/uitkomst/<int:seq>", outcome.outcome, name="outcome"),
]
