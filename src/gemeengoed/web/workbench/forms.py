# SPDX-License-Identifier: EUPL-1.2
"""What staff fill in. Errors say what to do."""

from django import forms

NOTE_AT_MOST = 2000


class LogInForm(forms.Form):
    username = forms.CharField(
        label="Gebruikersnaam",
        max_length=150,
        error_messages={"required": "Vul uw gebruikersnaam in."},
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label="Wachtwoord",
        max_length=200,
        strip=False,
        error_messages={"required": "Vul uw wachtwoord in."},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class FinishForm(forms.Form):
    note = forms.CharField(
        label="Wat is er gedaan?",
        max_length=NOTE_AT_MOST,
        help_text="Bijvoorbeeld: gebeld en de vraag beantwoord.",
        error_messages={
            "required": "Schrijf op wat er is gedaan.",
            "max_length": f"Maak de tekst korter. Er passen {NOTE_AT_MOST} tekens in.",
        },
        widget=forms.Textarea(attrs={"rows": 4}),
    )
