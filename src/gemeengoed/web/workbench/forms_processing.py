# SPDX-License-Identifier: EUPL-1.2
"""What staff fill in while processing what was handed in. Errors say what to do."""

from collections.abc import Mapping
from typing import Any

from django import forms

from gemeengoed.casework.submissions.reasons import ELSE, REASONS
from gemeengoed.web.workbench.forms import REASON_AT_MOST, text_field

QUESTION_AT_MOST = 600  # goes into a mail and into the conversation


class ProcessingForm(forms.Form):
    """A form beside others on one page: its name keeps the ids of the fields apart."""

    name = "knop"

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id=f"{self.name}-%s")


class QuestionForm(ProcessingForm):
    name = "vraag"
    question = text_field(
        "Wat wil je weten?",
        "Schrijf op wat je wilt weten.",
        max_length=QUESTION_AT_MOST,
        help_text="De inwoner krijgt dit zo te lezen, met je naam.",
    )


class AnswerForm(ProcessingForm):
    name = "antwoord"
    answer = text_field("Wat is het antwoord?", "Schrijf het antwoord op.")


class LiftForm(ProcessingForm):
    name = "eruit"
    reason = forms.ChoiceField(
        label="Waarom?",
        choices=[("", "Kies …"), *((each.id, each.label) for each in REASONS)],
        error_messages={"required": "Kies een reden.", "invalid_choice": "Kies een reden."},
    )
    note = text_field(
        "Toelichting",
        rows=2,
        max_length=REASON_AT_MOST,
        help_text="Voor de collega die het uitzoekt. Mag leeg blijven.",
    )

    def clean(self) -> dict[str, Any]:
        """What is bound to no reason of the list must be told in words."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("reason") == ELSE and not told.get("note"):
            self.add_error("note", "Schrijf op wat er bijzonder is.")
        return told
