# SPDX-License-Identifier: EUPL-1.2
"""Editions as the API shows them."""

from typing import Any

from django.conf import settings

from gemeengoed.content.edition import Edition
from gemeengoed.content.people import reachability


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
