# SPDX-License-Identifier: EUPL-1.2
import pytest

from gemeengoed.language.forms.agreement import misfits
from gemeengoed.language.phrase import parse

WRONG = [
    ("als {je hebt|u heb}", "u heb", "u hebt"),
    ("{Kun je|Kun u} komen?", "kun u", "kunt u"),
    ("Kun {je|u} komen?", "kun u", "kunt u"),
    ("{Hebt je|Hebt u} tijd?", "hebt je", "heb je"),
    ("{Vindt je|Vindt u} het goed?", "vindt je", "vind je"),
    ("Dan {vind je|vind u} het.", "vind u", "vindt u"),
    ("{Woon je|Woon u} hier?", "woon u", "woont u"),
    ("Daar meld {je je|u zich}.", "meld u", "meldt u"),
    ("Als {je ben|u bent}, kom dan.", "je ben", "je bent"),
]


@pytest.mark.parametrize(("text", "found", "better"), WRONG, ids=[row[0] for row in WRONG])
def test_a_verb_that_does_not_fit_is_found_with_the_right_one(
    text: str, found: str, better: str
) -> None:
    assert [(each.found, each.better) for each in misfits(parse(text))] == [(found, better)]


@pytest.mark.parametrize(
    "text",
    [
        "{Kun je|Kunt u} komen als {je verhuist|u verhuist}?",
        "Meld {je|u} bij de balie. Maak {je|u} geen zorgen.",
        "Ik bel {je|u} terug. Wij helpen {je|u}.",
        "Een collega kan {je|u} bellen.",
        "{Je kunt je|U kunt zich} aanmelden.",
        "Welk bewijs {je|u} hebt, is goed.",
        "Moet {je|u} betalen? Was {je|u} er? Mag {je|u} dat?",
        "{Hallo|Geachte heer of mevrouw}, kijk goed.",
        "{Je|Uw} kat is er niet zonder {je|u}.",
    ],
)
def test_what_fits_is_left_alone(text: str) -> None:
    assert misfits(parse(text)) == ()
