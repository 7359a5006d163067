# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  (tables of examples)
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.language.flags import flags, without_greeting
from gemeengoed.language.languages import language_of
from gemeengoed.language.normalising import plain
from gemeengoed.language.reading import Context, Flag
from gemeengoed.language.wording import words_in

ABOUT_THE_FLOW = {Flag.YES, Flag.NO, Flag.BACK, Flag.CANCEL, Flag.RESTART, Flag.SKIP,
                  Flag.DONT_KNOW, Flag.CORRECTION, Flag.WHY}  # fmt: skip


def flags_of(text, context=None):
    told = plain(text).text
    return flags(told, words_in(told), text, context or Context())


@pytest.mark.parametrize(
    ("flag", "texts"),
    [
        (Flag.YES, "ja|Ja!|jazeker|klopt|dat klopt helemaal|prima|ok|oké doe maar|is goed|akkoord|"
                   "ja hoor|ja graag|ja dat klopt, dank u wel|yes|ja, verstuur maar|👍|ja en bedankt"),
        (Flag.NO, "nee|Nee.|klopt niet|dat klopt niet|nee hoor|nee bedankt|nee dat is fout|"
                  "nee hoor ik wil een paspoort|niet akkoord|het klopt niet helemaal"),
        (Flag.BACK, "terug|ga terug|vorige|vorige vraag|een stap terug|kan ik terug|Terug!"),
        (Flag.CANCEL, "stop|stoppen|ik wil stoppen|annuleren|laat maar|laat maar zitten|hou maar op|"
                      "vergeet het maar|toch maar niet|stop maar"),
        (Flag.RESTART, "opnieuw|opnieuw beginnen|begin opnieuw|overnieuw|ik wil opnieuw beginnen"),
        (Flag.DONT_KNOW, "weet ik niet|ik weet het niet|dat weet ik niet precies|geen idee|"
                         "geen flauw idee|ik zou het niet weten|weet niet|weet ik nog niet|"
                         "k weet nie welke datum presies|weet niet welke dag"),
        (Flag.SKIP, "sla maar over|overslaan|liever niet|zeg ik liever niet|sla deze vraag over|skip"),
        (Flag.WHY, "waarom|waarom?|waarom vraag je dat|waarom wilt u dat weten|waarvoor is dat nodig|"
                   "waarom moet ik dat invullen|hoezo?"),
        (Flag.CORRECTION, "toch niet, nummer 16|ik bedoel nummer 14|nee, nummer 16|nee 16|"
                          "sorry, het is 0612345678|foutje, het moet zijn 12|niet maandag, maar dinsdag"),
        (Flag.ASKS_PERSON, "ik wil een medewerker spreken|medewerker|kan ik iemand spreken|"
                           "kan ik met een mens praten|bel mij terug|terugbellen graag|geen robot"),
        (Flag.GREETING, "hoi|Hallo|goedemorgen|Goede middag, wat kost een paspoort|dag|hey"),
        (Flag.THANKS, "bedankt|dank u wel|dankjewel|hartelijk dank voor de hulp|thanks"),
        (Flag.ANGER, "wat een klotezooi|belachelijk|waardeloze bot|ik ben boos|DIT IS NIET TE DOEN MENSEN!"),
    ],
)  # fmt: skip
def test_a_message_that_says_it_has_the_flag(flag, texts):
    missed = [text for text in texts.split("|") if flag not in flags_of(text)]
    assert missed == []


@pytest.mark.parametrize(
    "text",
    ["ik wil mijn geld terug", "wanneer moet ik stoppen met werken", "ik wil mijn afspraak annuleren",
     "waarom duurt mijn paspoort zo lang", "ik weet niet hoe ik een paspoort aanvraag",
     "klopt het dat ik een afspraak nodig heb", "wat kost een paspoort", "paspoort",
     "ik heb een nieuw adres", "ja?", "het gaat goed met de aanvraag", "is dat goed?",
     "mag ik opnieuw een paspoort aanvragen", "niet betaald parkeren", "ik woon op nummer 16",
     "Lindelaan 8", "06 12345678", "er brandt geen lamp", "kan mijn man dat doen",
     "hoe geef ik het door", "een vorige bewoner krijgt nog post hier"],
)  # fmt: skip
def test_an_ordinary_question_has_no_flag_about_the_flow(text):
    assert flags_of(text) & ABOUT_THE_FLOW == frozenset()


@pytest.mark.parametrize(
    "text", ["ja maar nummer 16", "ja, alleen het adres is fout", "klopt niet", "ja nee toch niet",
             "nee", "klopt dit?", "ja behalve de datum", "ja, maar niet de 5e"]
)  # fmt: skip
def test_a_yes_that_is_taken_back_is_no_yes(text):
    assert Flag.YES not in flags_of(text)


def test_yes_and_no_never_stand_together():
    for text in ("ja nee", "nee ja", "ja klopt niet", "nee klopt", "ja hoor nee"):
        assert not {Flag.YES, Flag.NO} <= flags_of(text)


@pytest.mark.parametrize(
    "text",
    ["ik heb zelf geen computer, kan het ook op papier", "mijn buurvrouw heeft geen computer",
     "bent u een echte medewerker", "ben je nou een mens of een machine",
     "met wie spreek ik eigenlijk, is dat een mens", "jullie hebben mij nooit teruggebeld",
     "de medewerker die mij te woord stond was grof", "een ambtenaar belt nooit terug"],
)  # fmt: skip
def test_who_has_no_computer_or_was_never_called_back_does_not_ask_for_a_person(text):
    assert Flag.ASKS_PERSON not in flags_of(text)


@pytest.mark.parametrize(
    "text",
    ["ik wil geen computer maar een mens", "geen robot graag", "kan iemand mij terugbellen",
     "ben je een mens? zo niet, verbind me door met een medewerker",
     "jullie hebben mij nooit teruggebeld, ik wil nu een echt mens spreken"],
)  # fmt: skip
def test_who_says_both_does_ask_for_a_person(text):
    assert Flag.ASKS_PERSON in flags_of(text)


def test_to_change_something_is_a_correction_inside_a_flow_only():
    assert Flag.CORRECTION in flags_of("ik wil mijn nummer wijzigen", Context(in_flow=True))
    assert Flag.CORRECTION not in flags_of("ik wil mijn afspraak wijzigen")


def test_to_want_no_more_is_to_stop_inside_a_flow_only():
    for text in ("ik wil niet meer", "nee, ik wil niet meer", "dat wil ik niet meer"):
        assert Flag.CANCEL in flags_of(text, Context(in_flow=True))
        assert Flag.CANCEL not in flags_of(text)


@pytest.mark.parametrize(
    "text",
    ["ik wil niet meer leven", "ik wil ermee stoppen, met alles", "ik wil echt niet meer",
     "ik wil niet meer wachten", "dat wil ik niet meer betalen", "ik kan niet meer"],
)  # fmt: skip
def test_who_wants_something_else_no_more_does_not_stop_the_flow(text):
    assert Flag.CANCEL not in flags_of(text, Context(in_flow=True))


@pytest.mark.parametrize(
    ("text", "rest"),
    [("hallo, wat kost een paspoort", "wat kost een paspoort"), ("hoi", "hoi"),
     ("goedemorgen gemeente, grofvuil", "grofvuil"), ("paspoort", "paspoort")],
)  # fmt: skip
def test_a_greeting_before_a_question_is_left_out(text, rest):
    assert without_greeting(text) == rest


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "how do i register my new address"), ("en", "I need a new passport please"),
     ("de", "ich brauche einen neuen Pass"), ("fr", "je voudrais un nouveau passeport"),
     ("pl", "gdzie mogę złożyć wniosek o paszport"), ("tr", "pasaport için ne kadar ödemem lazım"),
     ("ar", "كيف أحصل على جواز سفر"), ("uk", "як отримати паспорт"),
     ("nl", "wat kost een paspoort"), ("nl", "we zitten elk jaar in Portugal"), ("nl", "hoi"),
     ("nl", "passport"), ("nl", "ik wil een rijbewijs"), ("nl", "hallo ik wil paspoort maken voor mij"),
     ("nl", ""), ("nl", "06 12345678"), ("nl", "grofvuil laten ophalen")],
)  # fmt: skip
def test_another_language_is_told_only_where_it_is_clear(language, text):
    assert language_of(plain(text).text) == language


@given(st.text())
def test_flags_and_language_never_fail(text):
    flags_of(text)
    language_of(plain(text).text)
