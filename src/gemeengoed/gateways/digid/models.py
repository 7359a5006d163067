# SPDX-License-Identifier: EUPL-1.2
"""The broker of each municipality. Its secret stays in the environment; here is only its name."""

from django.db import models

from gemeengoed.municipalities.models import Municipality


def usual_levels() -> dict[str, str]:
    """The values that DigiD itself uses over SAML, which most brokers pass on as they are."""
    classes = "urn:oasis:names:tc:SAML:2.0:ac:classes:"
    return {
        "basis": f"{classes}PasswordProtectedTransport",
        "midden": f"{classes}MobileTwoFactorContract",
        "substantieel": f"{classes}Smartcard",
        "hoog": f"{classes}SmartcardPKI",
    }


class OidcBroker(models.Model):
    """How to reach DigiD for one municipality, and what this broker calls things."""

    municipality = models.OneToOneField(Municipality, on_delete=models.CASCADE, primary_key=True)
    issuer = models.URLField(help_text="Its metadata is below /.well-known/openid-configuration")
    client_id = models.CharField(max_length=200)
    secret_variable = models.CharField(
        max_length=200, help_text="Name of the environment variable that holds the secret"
    )
    scope = models.CharField(max_length=200, default="openid bsn")
    bsn_claim = models.CharField(max_length=100, default="bsn")
    level_claim = models.CharField(max_length=100, default="acr")
    level_values = models.JSONField(default=usual_levels, help_text="Level -> value of the claim")
    timed_out_error = models.CharField(
        max_length=100, default="login_required", help_text="Its error code for a time-out"
    )

    def __str__(self) -> str:
        return f"broker van {self.municipality_id}"
