# SPDX-License-Identifier: EUPL-1.2
"""The page on which an editor says where a question belongs."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from tests.unit.insights.missed.conftest import Talk, gathered
from tests.unit.web.workbench.conftest import MONDAY, PASSWORD
from tests.unit.web.workbench.pages import WORK, text
from tests.unit.web.workbench.test_log_in import LOG_IN, attempt

from gemeengoed.insights.missed.models import Label, MissedQuestion
from gemeengoed.insights.missed.wording import key_of

QUESTIONS = f"{WORK}/vragen"


@pytest.fixture
def gonda(colleague, waterdam):
    return colleague("Gonda", waterdam, "redacteur")


@pytest.fixture
def editor(browser_of, gonda):
    return browser_of(gonda)


@pytest.fixture
def asked(waterdam):
    """asked("woorden"): was not understood in so many talks; gives the question."""

    def made(words, times=1, at=MONDAY):
        for _ in range(times):
            Talk(waterdam, at).is_not_understood(words)
        gathered()
        return MissedQuestion.objects.get(municipality=waterdam, key=key_of(words))

    return made


def press(browser, question, act="indelen", **fields):
    """As a browser does it: the form must stand on the page; its hidden fields go along."""
    page = text(browser.get(QUESTIONS))
    address = f"{QUESTIONS}/{question.pk}/{act}"
    form = re.search(rf'<form[^>]*action="{address}">(.*?)</form>', page, re.DOTALL)
    assert form, f"no form for {act}"
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[1]))
    for value in fields.values():
        assert f'value="{value}"' in form[1]
    return browser.post(address, {**hidden, **fields})


def test_an_editor_sees_what_was_asked_what_was_said_and_the_three_best_topics(editor, asked):
    asked("waar kan ik <b>sneeuwkettingen</b> huren", times=3)
    page = editor.get(QUESTIONS).content.decode()
    assert "waar kan ik &lt;b&gt;sneeuwkettingen&lt;/b&gt; huren" in page
    assert "3 keer gesteld" in page
    assert "3 keer: niet begrepen." in page
    assert re.findall(r'name="label" value="([^"]+)"', page) == [
        "onderwerp:paspoort",
        "onderwerp:identiteitskaart",
        "onderwerp:rijbewijs",
        "geen",
        "weglaten",
        "ander",
    ]
    assert ">Identiteitskaart" in page


def test_what_the_assistant_said_is_told_in_words(editor, waterdam, settings):
    talk = Talk(waterdam, MONDAY - timedelta(hours=1))
    talk.judges(talk.is_answered("wat kost zo'n ding"))
    talk.is_asked_which("hulp bij geld", "schuldhulp", "wmo")
    gathered()
    page = text(editor.get(QUESTIONS))
    assert re.search("Het antwoord ging over ‘Paspoort[^’]*’. Dat hielp niet.", page)
    assert re.search(r"Er was keus uit ‘[^’]+’ en ‘[^’]+’\. Niets gekozen\.", page)


@pytest.mark.parametrize(
    ("pressed", "label", "topic"),
    [
        ("onderwerp:rijbewijs", Label.TOPIC, "rijbewijs"),
        ("geen", Label.NO_TOPIC, ""),
        ("weglaten", Label.LEFT_OUT, ""),
    ],
)
def test_one_press_labels_and_one_takes_it_back(editor, asked, gonda, pressed, label, topic):
    question = asked("sneeuwkettingen")
    assert press(editor, question, label=pressed).status_code == 302
    question.refresh_from_db()
    assert (question.label, question.topic, question.labelled_by) == (label, topic, gonda)
    assert "Er zijn geen vragen meer om in te delen." in text(editor.get(QUESTIONS))

    back = press(editor, question, "ongedaan")
    assert back.url == f"{QUESTIONS}?na={question.pk}#vraag-{question.pk}"
    question.refresh_from_db()
    assert question.label == Label.WAITS
    assert "Ongedaan maken" not in text(editor.get(back.url))


def test_another_topic_is_chosen_from_all_of_them(editor, asked):
    question = asked("sneeuwkettingen")
    press(editor, question, label="ander", onderwerp="grofvuil")
    question.refresh_from_db()
    assert (question.label, question.topic) == (Label.TOPIC, "grofvuil")
    assert "‘sneeuwkettingen’ hoort nu bij ‘Grofvuil" in text(editor.get(QUESTIONS))


@pytest.mark.parametrize("fields", [{"label": "ander"}, {"label": "onderwerp:nergens"}, {}])
def test_without_a_topic_one_is_told_to_choose(editor, asked, fields):
    question = asked("sneeuwkettingen")
    token = editor.get(QUESTIONS).cookies["csrftoken"].value
    answer = editor.post(
        f"{QUESTIONS}/{question.pk}/indelen", {"csrfmiddlewaretoken": token, **fields}
    )
    assert answer.url == QUESTIONS
    assert "Kies eerst een onderwerp uit de lijst." in text(editor.get(answer.url))
    question.refresh_from_db()
    assert question.label == Label.WAITS


def test_after_a_label_the_next_question_is_there_with_the_way_back_above_it(editor, asked):
    first = asked("eerste", times=3)
    second = asked("tweede", times=2)
    asked("derde")
    answer = press(editor, first, label="geen")
    assert answer.url == f"{QUESTIONS}?na={second.pk}#vraag-{second.pk}"
    page = text(editor.get(answer.url))
    assert "‘eerste’ hoort nu bij geen onderwerp." in page
    assert page.index(f'id="vraag-{second.pk}"') < page.index("Ongedaan maken")
    assert page.index("Ongedaan maken") < page.index(f"{second.pk}/indelen")


def test_the_order_and_the_page_are_kept(editor, asked):
    for number in range(12):
        asked("sneeuw" + "a" * number, at=MONDAY + timedelta(minutes=number))
    page = text(editor.get(f"{QUESTIONS}?volgorde=nieuwst&pagina=2"))
    assert "Bladzijde 2 van 2" in page
    words = re.findall(r'class="missed-words"[^>]*>(\w+)', page)
    assert words == ["sneeuwa", "sneeuw"]
    question = MissedQuestion.objects.get(text="sneeuwa")
    below = MissedQuestion.objects.get(text="sneeuw")
    token = editor.cookies["csrftoken"].value
    fields = re.search(rf"{question.pk}/indelen.*?</form>", page, re.DOTALL)[0]
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', fields))
    answer = editor.post(
        f"{QUESTIONS}/{question.pk}/indelen",
        {**hidden, "csrfmiddlewaretoken": token, "label": "geen"},
    )
    here = f"volgorde=nieuwst&pagina=2&na={below.pk}#vraag-{below.pk}"
    assert answer.url == f"{QUESTIONS}?{here}"


def test_how_many_are_ready_for_the_base_is_told(editor, asked):
    assert "voor de basis" not in text(editor.get(QUESTIONS))
    press(editor, asked("sneeuwkettingen"), label="geen")
    press(editor, asked("wat kost een paspoort"), label="onderwerp:paspoort")  # learned already
    assert "1 ingedeelde vraag staat klaar voor de basis." in text(editor.get(QUESTIONS))


def test_the_second_editor_is_told_who_was_first(editor, asked, browser_of, colleague, waterdam):
    question = asked("sneeuwkettingen")
    other = browser_of(colleague("Pieter", waterdam, "redacteur"))
    token = other.get(QUESTIONS).cookies["csrftoken"].value
    press(editor, question, label="geen")
    answer = other.post(
        f"{QUESTIONS}/{question.pk}/indelen", {"csrfmiddlewaretoken": token, "label": "weglaten"}
    )
    assert "Gonda was je voor: deze vraag is al ingedeeld." in text(other.get(answer.url))
    back = other.post(f"{QUESTIONS}/{question.pk}/ongedaan", {"csrfmiddlewaretoken": token})
    assert "Alleen die kan dat terugdraaien." in text(other.get(back.url))
    gone = other.post(
        f"{QUESTIONS}/{uuid4()}/indelen", {"csrfmiddlewaretoken": token, "label": "geen"}
    )
    assert "Deze vraag is er niet meer." in text(other.get(gone.url))


def test_who_looks_at_the_address_of_an_act_gets_the_list(editor, asked):
    question = asked("sneeuwkettingen")
    for act in ("indelen", "ongedaan"):
        assert editor.get(f"{QUESTIONS}/{question.pk}/{act}").url == QUESTIONS
    question.refresh_from_db()
    assert question.label == Label.WAITS


def test_without_the_token_of_the_form_nothing_is_labelled(editor, asked):
    question = asked("sneeuwkettingen")
    answer = editor.post(f"{QUESTIONS}/{question.pk}/indelen", {"label": "geen"})
    assert answer.status_code == 403


@pytest.mark.parametrize("role", ["medewerker", "coordinator", "teamleider", "adviseur", "beheer"])
def test_who_is_no_editor_sees_no_questions(browser_of, colleague, waterdam, asked, role):
    question = asked("sneeuwkettingen")
    browser = browser_of(colleague("Anja", waterdam, role))
    assert browser.get(QUESTIONS).status_code == 403
    assert browser.get(f"{QUESTIONS}/{question.pk}/indelen").status_code == 403
    assert "werk/vragen" not in text(browser.get(WORK))


def test_an_editor_of_another_municipality_sees_nothing(browser_of, colleague, oostermark, asked):
    question = asked("sneeuwkettingen")
    elsewhere = browser_of(colleague("Pieter", oostermark, "redacteur"))
    assert elsewhere.get(QUESTIONS).status_code == 404
    there = f"/oostermark/werk/vragen/{question.pk}/indelen"
    assert "sneeuwkettingen" not in text(elsewhere.get("/oostermark/werk/vragen"))
    token = elsewhere.cookies["csrftoken"].value
    elsewhere.post(there, {"csrfmiddlewaretoken": token, "label": "geen"})
    question.refresh_from_db()
    assert question.label == Label.WAITS


def test_an_editor_who_only_edits_comes_to_the_questions_and_sees_no_work(editor, asked, anja):
    asked("sneeuwkettingen")
    answer = editor.get(WORK)
    assert answer.url == QUESTIONS
    page = text(editor.get(QUESTIONS))
    assert 'Vragen <span class="count">(1)</span></a>' in page
    for other in ("Mijn taken", "Verwerken", "Mijn voorkeuren", "Cijfers"):
        assert other not in page
    assert editor.get(f"{WORK}/team").status_code == 403


def test_who_does_both_has_both(browser_of, colleague, waterdam, asked):
    asked("sneeuwkettingen")
    page = text(browser_of(colleague("Hessel", waterdam, "medewerker", "redacteur")).get(WORK))
    assert "Mijn taken" in page
    assert 'Vragen <span class="count">(1)</span></a>' in page


def test_after_logging_in_an_editor_lands_on_the_questions(client, gonda):
    answer = attempt(client, gonda.username, PASSWORD, f"{LOG_IN}?verder={QUESTIONS}")
    assert answer.url == QUESTIONS


def test_a_long_question_is_folded(editor, asked):
    asked("sneeuw " * 200)
    page = text(editor.get(QUESTIONS))
    assert "Hele vraag" in page
