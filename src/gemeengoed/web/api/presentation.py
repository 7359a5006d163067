# SPDX-License-Identifier: EUPL-1.2
"""Editions and messages as the API shows them."""

from typing import Any

from django.conf import settings

from gemeengoed.content.edition import Edition
from gemeengoed.content.people import reachability
from gemeengoed.conversations.shown import Shown
from gemeengoed.web.api.shapes import Message


def municipality_shape(edition: Edition) -> dict[str, Any]:
    """As shapes.Municipality."""
    municipality = edition.municipality
    return {
        "slug": municipality.slug,
        "name": municipality.name,
        "form": municipality.form,
        "assistant": municipality.assistant.name,
        "tagline": municipality.assistant.tagline,
        "theme": dict(municipality.theme),
        "contact": {
            "phone": municipality.contact.phone,
            "website": municipality.website,
            "opening_hours": person_shape(edition)["text"],
        },
    }


def person_shape(edition: Edition) -> dict[str, Any]:
    """As shapes.Person, at this business moment."""
    reach = reachability(edition, settings.CLOCK.now())
    return {
        "available": reach.is_open,
        "phone": edition.municipality.contact.phone,
        "text": reach.sentence,
    }


def message_on_one_line(message: Shown) -> str:
    """JSON exactly as the other routes give the message, so that a client may mix them."""
    return Message.model_validate(message).model_dump_json()
