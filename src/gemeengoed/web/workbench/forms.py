# SPDX-License-Identifier: EUPL-1.2
"""What staff fill in. Errors say what to do."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms

from gemeengoed.casework.activities import WORDS, Preference
from gemeengoed.casework.kinds import Kind
from gemeengoed.casework.models import NOTE_AT_MOST, CallOutcome
from gemeengoed.terms.clock import AMSTERDAM

REASON_AT_MOST = 300
STAYS_OPEN = ("", "Nee, de taak blijft open")


def _too_long(at_most: int) -> str:
    return f"Maak de tekst korter. Er passen {at_most} tekens in."


def text_field(label: str, required: str = "", *, rows: int = 3, **more: Any) -> forms.CharField:
    """A text of some lines; required: what to say when it is empty, none when it may be."""
    at_most = more.setdefault("max_length", NOTE_AT_MOST)
    return forms.CharField(
        label=label,
        required=bool(required),
        error_messages={"required": required, "max_length": _too_long(at_most)},
        widget=forms.Textarea(attrs={"rows": rows}),
        **more,
    )


class LogInForm(forms.Form):
    username = forms.CharField(
        label="Gebruikersnaam",
        max_length=150,
        error_messages={"required": "Vul je gebruikersnaam in."},
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label="Wachtwoord",
        max_length=200,
        strip=False,
        error_messages={"required": "Vul je wachtwoord in."},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class StaffForm(forms.Form):
    """A form beside others on one page: its name keeps the ids of the fields apart."""

    name = ""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        kind: Kind,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data, auto_id=f"{self.name}-%s", initial=dict(initial or {}))
        self.prepare(kind)

    def prepare(self, kind: Kind) -> None:
        """Fill in what hangs on the kind of the interne_taak."""


class FinishForm(StaffForm):
    name = "afhandelen"
    result = forms.ChoiceField(
        label="Resultaat",
        error_messages={"required": "Kies een resultaat.", "invalid_choice": "Kies een resultaat."},
    )
    note = text_field("Wat is er gedaan?", "Schrijf op wat er is gedaan.")

    def prepare(self, kind: Kind) -> None:
        choices = [(result.code, result.label) for result in kind.choices]
        self.fields["result"].choices = [("", "Kies …"), *choices]  # type: ignore[attr-defined]


class CallForm(StaffForm):
    name = "gesprek"
    outcome = forms.ChoiceField(
        label="Hoe ging het?",
        choices=CallOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het ging."},
    )
    note = text_field("Aantekening", help_text="Wat is er gezegd en afgesproken? Kort is genoeg.")
    result = forms.ChoiceField(label="Is de taak nu klaar?", required=False)

    def prepare(self, kind: Kind) -> None:
        choices = [(result.code, f"Ja: {result.label}") for result in kind.choices]
        self.fields["result"].choices = [STAYS_OPEN, *choices]  # type: ignore[attr-defined]


class PlanForm(StaffForm):
    name = "afspraak"
    day = forms.DateField(
        label="Dag",
        error_messages={"required": "Kies een dag.", "invalid": "Kies een dag."},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    time = forms.TimeField(
        label="Tijd",
        error_messages={"required": "Kies een tijd.", "invalid": "Kies een tijd."},
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )

    @property
    def moment(self) -> datetime:
        """Of a valid form."""
        day: date = self.cleaned_data["day"]
        return datetime.combine(day, self.cleaned_data["time"], tzinfo=AMSTERDAM)


class HandOverForm(StaffForm):
    """to stands on the buttons: one press asks that colleague."""

    name = "overdragen"
    to = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages={"required": "Kies een collega.", "invalid": "Kies een collega."},
    )
    summary = text_field("Samenvatting", "Schrijf op waar het om gaat.", rows=7)


class DeclineForm(StaffForm):
    name = "niet-overnemen"
    reason = text_field(
        "Waarom niet?", rows=2, max_length=REASON_AT_MOST, help_text="Mag leeg blijven."
    )


class ReturnForm(StaffForm):
    name = "teruggeven"
    reason = text_field("Waarom?", "Schrijf op waarom.", rows=2, max_length=REASON_AT_MOST)


class NoForm(StaffForm):
    """Only a button."""

    name = "knop"


class PreferencesForm(forms.Form):
    """One question per activity."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        for activity, words in WORDS.items():
            self.fields[activity.value] = forms.ChoiceField(
                label=words.label,
                choices=[(said.value, said.value.replace("_", " ")) for said in Preference],
                widget=forms.RadioSelect,
                error_messages={"required": f"Kies iets bij {words.label.lower()}."},
            )
