# SPDX-License-Identifier: EUPL-1.2
"""The address register for the dialogue: shapes of the gateway to shapes of the effect."""

from gemeengoed.conversations.effects import EffectContext
from gemeengoed.conversations.places import Places
from gemeengoed.dialogue.effects import (
    AddressChecked,
    AddressFound,
    CheckAddress,
    EffectFailed,
    Result,
)
from gemeengoed.gateways.adressen.errors import AdressenError
from gemeengoed.gateways.adressen.registry import register_of
from gemeengoed.gateways.adressen.shapes import Address


def check_address(effect: CheckAddress, context: EffectContext) -> Result:
    """Look the address up in the municipality's register."""
    try:
        found = register_of(context.municipality).find(
            context.municipality,
            street=effect.street,
            number=effect.number,
            addition=effect.addition,
            postcode=effect.postcode,
            place=effect.place,
        )
    except AdressenError as error:
        return EffectFailed("CheckAddress", type(error).__name__)
    return AddressChecked(
        step=effect.step,
        exact=tuple(_found(address) for address in found.exact),
        nearest=tuple(_found(address) for address in found.nearest),
        missing=found.missing,
    )


def _found(address: Address) -> AddressFound:
    value = {
        "identificatie": address.id,
        "straat": address.street,
        "huisnummer": address.number,
        "toevoeging": address.addition,
        "postcode": address.postcode,
        "plaats": address.place,
    }
    return AddressFound(value=value, label=address.label)


def place_names(municipality: str) -> Places:
    """Street and place names of a municipality, lower case."""
    register = register_of(municipality)
    return Places(
        streets=frozenset(name.lower() for name in register.streets(municipality)),
        places=frozenset(name.lower() for name in register.places(municipality)),
    )
