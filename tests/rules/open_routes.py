# SPDX-License-Identifier: EUPL-1.2
"""The routes that somebody who is not known may use, each with the reason why that is right.

A route is written as the guard prints it: pages by their pattern, the API with its method. What is
not here must ask for a membership or for the token of the conversation.
"""

from collections.abc import Mapping

OPEN_ROUTES: Mapping[str, str] = {
    "/": "which municipalities take part is public",
    "/themas.css": "colours of the municipalities, nothing of anybody",
    "/<slug:gemeente>": "only leads on to the address with the slash",
    "/<slug:gemeente>/": "the home page of a municipality is public",
    "/<slug:gemeente>/thema.css": "the look of a municipality is public",
    "/<slug:gemeente>/tekening/<slug:name>.svg": "drawings in a municipality's colours, of nobody",
    "/<slug:gemeente>/chat": "anybody may talk; an existing talk opens by its own cookie only",
    "/<slug:gemeente>/chat/bestand": "takes a file in the cookie's own talk, when one is asked",
    "/<slug:gemeente>/chat/bestand/<uuid:file>": "gives a file of the cookie's own talk only",
    "/<slug:gemeente>/chat/stroom": "tells only of the talk of the cookie that comes along",
    "/<slug:gemeente>/chat/wissen": "erases only the talk of the cookie that comes along",
    "/<slug:gemeente>/chat/verder": "a token in the body from an allowed site is the key",
    "/<slug:gemeente>/chat/verder/<str:code>": "the one-time code in the address is the key",
    "/<slug:gemeente>/chat/uitkomst/<int:seq>": "shows an outcome of the cookie's own talk only",
    "/<slug:gemeente>/chat/inloggen": "only leads a conversation to the log-in page",
    "/<slug:gemeente>/chat/inloggen/digid": "sends to DigiD; limited per origin, remembers ids",
    "/<slug:gemeente>/inloggen": "nobody is known before logging in; tells only what will happen",
    "/<slug:gemeente>/chat/ingelogd": "does something only for who is logged in, in their own talk",
    "/<slug:gemeente>/chat/nieuw": "only lets this browser forget which conversation it was in",
    "/<slug:gemeente>/chat/verlopen": "gives back to this browser what it typed; sends nothing",
    "/<slug:gemeente>/mijn-zaken": "asks for a number, tells nobody if it exists; limited",
    "/<slug:gemeente>/mijn-zaken/code": "only the browser that asked can type the code; limited",
    "/<slug:gemeente>/mijn-zaken/stand": "shows the state of what the cookie opened with a code",
    "/<slug:gemeente>/mijn-zaken/klaar": "shuts only what this browser opened with a code",
    "/<slug:gemeente>/inloggen/digid": "sends to DigiD; limited per origin",
    "/<slug:gemeente>/inloggen/terug": "only the browser that was sent comes back, and only once",
    "/<slug:gemeente>/inloggen/gestopt/<slug:why>": "fixed words, nothing of anybody",
    "/<slug:gemeente>/uitloggen": "logging out must always work and harms nobody",
    "/<slug:gemeente>/werk/inloggen": "nobody is known before logging in; attempts are limited",
    "/<slug:gemeente>/werk/uitloggen": "logging out must always work and harms nobody",
    "/gezond": "load balancers ask it; tells only whether the server can work",
    "GET /api/v1/openapi.json": "the description of a public API is public",
    "GET /api/v1/": "answers 404: the framework's own start page, which is switched off",
    "GET /api/v1/municipalities": "which municipalities take part is public",
    "GET /api/v1/<slug:gemeente>": "name, look and contact of a municipality are public",
    "POST /api/v1/<slug:gemeente>/conversations": "anybody may start a talk; limited per origin",
    "POST /api/v1/<slug:gemeente>/conversations/resume": "the one-time code in the body is the key",
}

# Views of the framework itself, on which no rule can be written. They stand above as well.
WITHOUT_A_RULE: Mapping[str, str] = {
    "GET /api/v1/openapi.json": "made by django-ninja, so it cannot carry a rule",
    "GET /api/v1/": "made by django-ninja, so it cannot carry a rule",
}
