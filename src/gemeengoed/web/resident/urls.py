# SPDX-License-Identifier: EUPL-1.2
"""The addresses for residents."""

from django.urls import path

from gemeengoed.web.resident import chat, pages

app_name = "resident"

urlpatterns = [
    path("", pages.start, name="start"),
    path("<slug:gemeente>/thema.css", pages.theme, name="theme"),
    path("<slug:gemeente>/", pages.home, name="home"),
    path("<slug:gemeente>", pages.to_home, name="to-home"),
    path("<slug:gemeente>/chat", chat.chat, name="chat"),
    path("<slug:gemeente>/chat/wissen", chat.erase, name="erase"),
    path("<slug:gemeente>/chat/verder/<str:code>", chat.resume, name="resume"),
]
