# SPDX-License-Identifier: EUPL-1.2
"""Which alternations are proposed, and where nothing is. The measuring is in test_forms_golden."""

import pytest

from gemeengoed.language.forms.proposing import propose

PROPOSED = [
    ("Vind je dat goed?", "{Vind je|Vindt u} dat goed?"),
    ("Moet je betalen?", "Moet {je|u} betalen?"),
    ("Ga je verhuizen?", "{Ga je|Gaat u} verhuizen?"),
    ("Als je verhuist, kun je dat melden.", "Als {je|u} verhuist, {kun je|kunt u} dat melden."),
    ("Heb je je paspoort bij je?", "{Heb je je|Hebt u uw} paspoort bij {je|u}?"),
    ("Je vergist je in je adres.", "{Je|U} vergist {je|zich} in {je|uw} adres."),
    ("Schrijf je je in?", "{Schrijf je je|Schrijft u zich} in?"),
    ("Meld je bij de balie.", "Meld {je|u} bij de balie."),
    ("Geef je adres door.", "Geef {je|uw} adres door."),
    ("Een collega kan je helpen.", "Een collega kan {je|u} helpen."),
    ("Als je dat wil, bel dan.", "Als {je|u} dat {wil|wilt}, bel dan."),
    ("Dat hangt van jou en jouw huis af.", "Dat hangt van {jou|u} en {jouw|uw} huis af."),
    ("Hebben jullie kinderen?", "{Hebben jullie|Hebt u} kinderen?"),
    ("Wordt je paspoort opgestuurd?", "Wordt {je|uw} paspoort opgestuurd?"),
    ("{Wil je|Wilt u} je pas?", "{Wil je|Wilt u} {je|uw} pas?"),
    ("Zie [je gegevens](https://je.example/je).", "Zie [{je|uw} gegevens](https://je.example/je)."),
]
UNSURE = [
    "Wij sturen je bericht.",  # to you, or your message?
    "Moet je belasting omlaag?",
    "Mag je kinderen meenemen?",
    "Neem contact op, meld je dan aan.",
]


@pytest.mark.parametrize(("text", "marked"), PROPOSED, ids=[row[0][:30] for row in PROPOSED])
def test_each_je_gets_what_its_role_asks(text: str, marked: str) -> None:
    proposal = propose(text)
    assert proposal.marked == marked
    assert proposal.unsure == ()


@pytest.mark.parametrize("text", UNSURE)
def test_where_the_words_do_not_tell_nothing_is_proposed(text: str) -> None:
    proposal = propose(text)
    assert "|" not in proposal.marked
    assert [text[each.start :].startswith("je") for each in proposal.unsure] == [True]
    assert proposal.unsure[0].why


def test_a_text_without_a_reader_stays_as_it_is() -> None:
    text = "De gemeente belt terug.\n\n- een foto\n- een {tarief_pas} of {{dit}}"
    assert propose(text).marked == text


def test_a_proposal_proposes_nothing_more() -> None:
    marked = propose("Kun je je paspoort meenemen als je komt?").marked
    assert propose(marked).marked == marked
