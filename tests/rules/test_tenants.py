# SPDX-License-Identifier: EUPL-1.2
"""Nothing that is stored may be of nobody: what belongs to a municipality says to which."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps
from tests.rules.allowing import hold

from gemeengoed.municipalities.models import Municipality

WITHOUT_MUNICIPALITY = {
    "accounts.User": "one account for all municipalities; what it may do is a Membership",
    "content.PackFile": "a file of the packs, which all municipalities share",
    "content.Release": "all packs at one moment; what one municipality says is a PublishedEdition",
    "missed.LogRead": "how far the log of all municipalities together was read: numbers only",
    "municipalities.Municipality": "is the municipality itself",
}


def own_models() -> Iterator[type[models.Model]]:
    for model in apps.get_models(include_auto_created=True):
        is_ours = model.__module__.startswith("gemeengoed.")
        if is_ours and model._meta.managed and not model._meta.auto_created:
            yield model


def names_its_municipality(model: type[models.Model]) -> bool:
    """By a foreign key that must be filled, or by its code as plain text (audit, registers)."""
    field = next((f for f in model._meta.fields if f.name == "municipality"), None)
    if field is None or field.null:
        return False
    if isinstance(field, models.ForeignKey):
        return field.remote_field.model is Municipality
    return isinstance(field, models.CharField)


def test_every_model_says_of_which_municipality_it_is() -> None:
    without = [model._meta.label for model in own_models() if not names_its_municipality(model)]
    hold(without, WITHOUT_MUNICIPALITY)


def test_there_are_models_to_guard() -> None:
    labels = {model._meta.label for model in own_models()}
    assert {"conversations.Event", "casework.InterneTaak", "audit.AuditRecord"} <= labels


@isolate_apps("gemeengoed.audit")
def test_a_model_without_a_municipality_is_found_out() -> None:
    class Loose(models.Model):
        class Meta:
            app_label = "audit"

    assert not names_its_municipality(Loose)


@isolate_apps("gemeengoed.audit")
def test_a_municipality_that_may_be_left_out_is_found_out() -> None:
    class Optional(models.Model):
        municipality = models.ForeignKey(Municipality, null=True, on_delete=models.CASCADE)

        class Meta:
            app_label = "audit"

    assert not names_its_municipality(Optional)
