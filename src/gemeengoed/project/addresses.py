# SPDX-License-Identifier: EUPL-1.2
"""The address register for the dialogue: shapes of the gateway to shapes of the effect."""

from gemeengoed.conversations.effects import EffectContext
from gemeengoed.conversations.places import Places
from gemeengoed.dialogue.effects import (
    AddressChecked,
    AddressFound,
    CheckAddress,
    EffectFailed,
    LookUpPremises,
    PremisesKnown,
    Result,
)
from gemeengoed.gateways.adressen.errors import AdressenError
from gemeengoed.gateways.adressen.registry import register_of
from gemeengoed.gateways.adressen.shapes import Address, Monument, RoofPlane


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


def look_up_premises(effect: LookUpPremises, context: EffectContext) -> Result:
    """What registers know of an address, as facts of procedures; the rest is left out."""
    register = register_of(context.municipality)
    try:
        address = register.by_id(context.municipality, effect.identification)
        premises = register.premises(address) if address is not None else None
    except AdressenError as error:
        return EffectFailed("LookUpPremises", type(error).__name__)
    if address is None or premises is None:
        return EffectFailed("LookUpPremises", "unknown address")
    facts: dict[str, str] = {}
    if premises.monument is not None:
        facts["monument"] = _yes_no(premises.monument is not Monument.NONE)
    if premises.is_protected_view is not None:
        facts["beschermd_gezicht"] = _yes_no(premises.is_protected_view)
    if premises.is_in_centre is not None:
        facts["centrum"] = _yes_no(premises.is_in_centre)
    if premises.roof is not None:
        facts["dak_hoogte_m"] = str(premises.roof.height)
        facts["dakvlak_breedte_m"] = str(premises.roof.width)
    return PremisesKnown(effect.step, facts, _public_planes(premises.public_roof_planes))


def _public_planes(
    planes: frozenset[RoofPlane] | None,
) -> tuple[tuple[str, str, str, str], ...]:
    """Per roof plane whether it faces public ground; two sides that differ say nothing."""
    if planes is None:
        return ()
    public = {
        "voor": {RoofPlane.FRONT in planes},
        "achter": {RoofPlane.BACK in planes},
        "zij": {RoofPlane.LEFT in planes, RoofPlane.RIGHT in planes},
    }
    return tuple(
        ("zij_naar_openbaar", "vlak", plane, _yes_no(told.copy().pop()))
        for plane, told in public.items()
        if len(told) == 1
    )


def _yes_no(holds: bool) -> str:
    return "ja" if holds else "nee"


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
