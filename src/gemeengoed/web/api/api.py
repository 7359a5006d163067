# SPDX-License-Identifier: EUPL-1.2
"""The API: its document, its errors, its routes."""

import logging
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from gemeengoed.access.errors import LinkNotValidError, TooManyError
from gemeengoed.content.errors import UnknownMunicipalityError
from gemeengoed.conversations.errors import (
    ConversationErasedError,
    MessageRefusedError,
    NoFileAskedError,
    TalkMovedError,
    TokenRefusedError,
    UnknownConversationError,
)
from gemeengoed.files.errors import (
    FileRefusedError,
    NotGivenYetError,
    UnknownUploadError,
    Why,
)
from gemeengoed.web.api.openapi import API_VERSION, completed
from gemeengoed.web.api.rendering import JsonRenderer
from gemeengoed.web.api.routes import router
from gemeengoed.web.api.routes_files import router as files
from gemeengoed.web.frame.errors import StreamsFullError
from gemeengoed.web.frame.limits import refusal
from gemeengoed.web.frame.problems import problem

log = logging.getLogger(__name__)


class DesignRulesAPI(NinjaAPI):
    """NinjaAPI whose document follows the NL API Design Rules."""

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        schema: OpenAPISchema = super().get_openapi_schema(path_prefix="", **kwargs)
        completed(schema)
        return schema


api = DesignRulesAPI(
    title="Gemeengoed",
    version=API_VERSION,
    description="Conversations with the assistant of a municipality.",
    renderer=JsonRenderer(),
    docs_url=None,
    openapi_url="/openapi.json",
    servers=[{"url": "/api/v1", "description": "This installation"}],
    openapi_extra={
        "info": {
            "contact": {
                "name": "Gemeengoed",
                "url": "https://gemeengoed.example",
                "email": "samen@gemeengoed.example",
            },
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "tags": [
            {"name": "conversations", "description": "Talking with the assistant"},
            {"name": "municipalities", "description": "Who takes part"},
        ],
    },
)
api.add_router("", router)
api.add_router("", files)


@api.exception_handler(UnknownMunicipalityError)
def unknown_municipality(request: HttpRequest, error: UnknownMunicipalityError) -> HttpResponse:
    detail = "Deze gemeente doet niet mee of bestaat niet."
    return problem(404, "Onbekende gemeente", detail)


@api.exception_handler(UnknownConversationError)
def unknown_conversation(request: HttpRequest, error: Exception) -> HttpResponse:
    detail = "Dit gesprek bestaat niet bij deze gemeente."
    return problem(404, "Onbekend gesprek", detail)


@api.exception_handler(ConversationErasedError)
def erased(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(404, "Gesprek gewist", "De inhoud van dit gesprek is gewist.")


@api.exception_handler(TokenRefusedError)
def token_refused(request: HttpRequest, error: Exception) -> HttpResponse:
    detail = "Dit token hoort niet bij dit gesprek."
    return problem(403, "Geen toegang", detail)


@api.exception_handler(TalkMovedError)
def talk_moved(request: HttpRequest, error: Exception) -> HttpResponse:
    detail = "Er is ingelogd. Het gesprek gaat verder op de chatpagina van de gemeente."
    errors = [{"in": "header", "location": "/Authorization", "code": "moved", "detail": detail}]
    return problem(403, "Gesprek gaat elders verder", detail, errors=errors)


@api.exception_handler(LinkNotValidError)
def link_not_valid(request: HttpRequest, error: Exception) -> HttpResponse:
    detail = "Deze link werkt niet meer. Vraag een nieuwe in het gesprek."
    return problem(404, "Link werkt niet", detail)


@api.exception_handler(TooManyError)
def too_many(request: HttpRequest, error: TooManyError) -> HttpResponse:
    return refusal(error)


@api.exception_handler(StreamsFullError)
def streams_full(request: HttpRequest, error: StreamsFullError) -> HttpResponse:
    return refusal(error)


@api.exception_handler(MessageRefusedError)
def message_refused(request: HttpRequest, error: MessageRefusedError) -> HttpResponse:
    errors = [
        {"in": "body", "location": f"/{field}", "code": "invalid", "detail": sentence}
        for field, sentence in error.faults
    ]
    detail = " ".join(sentence for _, sentence in error.faults)
    return problem(400, "Bericht niet goed", detail, errors=errors)


@api.exception_handler(FileRefusedError)
def file_refused(request: HttpRequest, error: FileRefusedError) -> HttpResponse:
    status = 413 if error.why is Why.TOO_BIG else 400
    errors = [
        {"in": "body", "location": "/file", "code": error.why.value, "detail": error.sentence}
    ]
    return problem(status, "Bestand niet goed", error.sentence, errors=errors)


@api.exception_handler(NoFileAskedError)
def no_file_asked(request: HttpRequest, error: NoFileAskedError) -> HttpResponse:
    return problem(409, "Geen bestand gevraagd", "De vraag die openstaat, vraagt geen bestand.")


@api.exception_handler(UnknownUploadError)
@api.exception_handler(NotGivenYetError)
def no_such_file(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(404, "Onbekend bestand", "Dit bestand is er niet, of niet meer.")


@api.exception_handler(MultiPartParserError)
def form_not_read(request: HttpRequest, error: MultiPartParserError) -> HttpResponse:
    return problem(
        400, "Verzoek niet goed", "De inhoud van het verzoek is geen leesbaar formulier."
    )


@api.exception_handler(AuthenticationError)
def no_token(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    detail = "Stuur het token van het gesprek mee in de kop Authorization."
    return problem(401, "Geen token", detail, headers={"WWW-Authenticate": "Bearer"})


@api.exception_handler(RequestDataTooBig)
def too_big(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    return problem(413, "Verzoek te groot", "Dit verzoek is te groot. Stuur een kort bericht.")


@api.exception_handler(HttpError)
def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    """What the framework refuses before a route runs: a body that cannot be read as JSON."""
    detail = "De inhoud van het verzoek is geen geldige JSON."
    errors = [{"in": "body", "location": "/", "code": "json_invalid", "detail": detail}]
    return problem(error.status_code, "Verzoek niet goed", detail, errors=errors)


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [
        {
            "in": str(fault["loc"][0]),
            "location": _location(fault["loc"]),
            "code": fault["type"],
            "detail": fault["msg"],
        }
        for fault in error.errors
    ]
    detail = "Het verzoek heeft niet de juiste vorm."
    return problem(400, "Verzoek niet goed", detail, errors=errors)


def _location(loc: tuple[str | int, ...]) -> str:
    """``(body, argument, field, …)`` and ``(query, name)`` as a JSON pointer to the field."""
    parts = loc[2:] if loc[0] == "body" else loc[1:]
    return "/" + "/".join(str(part) for part in parts)


@api.exception_handler(Exception)
def unexpected(request: HttpRequest, error: Exception) -> HttpResponse:
    """The outer edge: a clear document, the traceback in the log only."""
    log.error("request failed: %s %s", request.method, request.path, exc_info=error)
    detail = "Er ging iets mis. Probeer het opnieuw."
    return problem(503, "Even niet beschikbaar", detail)
