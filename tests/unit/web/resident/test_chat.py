# SPDX-License-Identifier: EUPL-1.2
"""The full-page chat, in the way a browser without JavaScript uses it."""

import re

import pytest

from gemeengoed.conversations.models import Conversation, Event, EventKind

# What hands in or makes a link runs in a thread of its own, with its own database connection.
acts = pytest.mark.django_db(transaction=True)


def said_by_residents() -> list[str]:
    events = Event.objects.filter(kind=EventKind.RESIDENT).order_by("pk")
    return [body.get("text", "") for body in events.values_list("body", flat=True)]


def start_report(browser):
    """A report of a street lamp, up to its first question."""
    return browser.send(text="ik wil een kapotte lantaarnpaal melden")


def test_looking_stores_nothing_and_sets_no_cookie_of_a_conversation(browse) -> None:
    browser = browse()
    assert "chatbot van Waterdam" in browser.page.text
    assert not Conversation.objects.exists()
    assert "gg_gesprek_waterdam" not in browser.client.cookies


def test_the_first_message_opens_a_conversation_and_is_answered(browse) -> None:
    browser = browse()
    page = browser.send(text="Wat kost een paspoort?")
    assert "€ 84,10" in page.text
    assert "gecontroleerd op 2 november 2026" in page.text
    assert said_by_residents() == ["Wat kost een paspoort?"]


def test_the_cookie_is_for_this_chat_only_and_no_script_can_read_it(browse) -> None:
    browser = browse()
    browser.send(text="Wat kost een paspoort?")
    cookie = browser.client.cookies["gg_gesprek_waterdam"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/waterdam/chat"


def test_after_a_message_the_address_points_at_it(browse) -> None:
    browser = browse()
    form = browser.page.fields["text"]
    data = {
        "csrfmiddlewaretoken": browser.client.cookies["csrftoken"].value,
        "key": form["key"],
        "text": "Wat kost een paspoort?",
    }
    response = browser.client.post("/waterdam/chat", data)
    assert response.status_code == 303
    found = re.fullmatch(r"/waterdam/chat#bericht-(\d+)", response["Location"])
    assert found
    assert f'id="bericht-{found[1]}"' in browser.look().html


def test_a_second_click_sends_nothing_twice(browse) -> None:
    browser = browse()
    browser.send(text="hallo")
    key = browser.page.fields["text"]["key"]
    browser.send(key=key, text="Wat kost een paspoort?")
    browser.send(key=key, text="Wat kost een paspoort?")
    assert said_by_residents() == ["hallo", "Wat kost een paspoort?"]


def test_another_answer_from_the_same_page_is_another_message(browse) -> None:
    browser = browse()
    browser.send(text="hallo")
    key = browser.page.fields["text"]["key"]
    browser.send(key=key, text="Wat kost een paspoort?")
    browser.send(key=key, text="Wat kost een rijbewijs?")
    assert len(said_by_residents()) == 3


def test_an_empty_message_is_told_and_what_was_typed_before_stays(browse) -> None:
    browser = browse()
    browser.send(text="Wat kost een paspoort?")
    page = browser.send(text="  ")
    assert page.status == 422
    assert "Dit is niet verstuurd" in page.text
    assert "€ 84,10" in page.text


def test_a_first_message_that_is_refused_opens_nothing(browse) -> None:
    assert browse().send(text="  ").status == 422
    assert not Conversation.objects.exists()


def test_what_was_typed_is_still_there_when_it_could_not_be_sent(browse) -> None:
    browser = browse()
    story = "Mijn verhaal. " * 400
    page = browser.send(text=story)
    assert page.status == 422
    assert story.strip() in page.html


def test_too_many_messages_are_told_and_nothing_is_lost(browse, settings) -> None:
    settings.MESSAGES_AT_ONCE, settings.MESSAGES_PER_SECOND = 2, 0.0001
    browser = browse()
    browser.send(text="ik wil een kapotte lantaarnpaal melden")
    browser.press("choice", "brandt-niet")
    page = browser.send(text="Lindelaan 12")
    assert page.status == 429
    assert "Dit is niet verstuurd" in page.text
    assert re.search(r"te veel berichten vlak na elkaar. Probeer het over \d+ minuten", page.text)
    assert page.fields["text"]["value"] == "Lindelaan 12"
    assert len(said_by_residents()) == 2
    settings.MESSAGES_AT_ONCE = 3
    assert "Lindelaan 12" in browser.send(text=page.fields["text"]["value"]).text


def test_without_the_token_of_the_page_nothing_is_sent(browse) -> None:
    browser = browse()
    response = browser.client.post("/waterdam/chat", {"text": "hallo"})
    assert response.status_code == 403
    assert "Dit is niet verstuurd" in response.content.decode()
    assert not Conversation.objects.exists()


def test_what_a_resident_types_is_never_markup(browse) -> None:
    browser = browse()
    page = browser.send(text="<script>alert(1)</script> **vet** [x](javascript:alert(1))")
    assert "<script>alert" not in page.html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **vet**" in page.html
    assert 'href="javascript' not in page.html


@acts
def test_a_report_can_be_made_with_buttons_and_fields_alone(browse) -> None:
    browser = browse()
    page = start_report(browser)
    if ("choice", "brandt-niet") not in page.buttons:
        page = browser.press("choice", "flow:melding-straatverlichting")
    page = browser.press("choice", "brandt-niet")
    assert re.search(r"Stap 2 van \d", page.text)
    assert page.fields["text"]["aria-labelledby"].startswith("tekst-")
    browser.send(text="Beatrixplein 1")
    browser.press("choice", "een")
    for _ in range(3):
        page = browser.press("choice", "overslaan")
    assert ("action", "confirm") in page.buttons
    page = browser.press("action", "confirm")
    assert "Ontvangen" in page.text
    assert re.search(r"Het nummer is [A-Z]{2}-\d{4}-\d{4}", page.text)


def test_a_line_of_the_summary_can_be_changed(browse) -> None:
    browser = browse("heidewoud")
    browser.send(text="Bel mij terug op 06 12345678")
    for _ in range(6):
        if ("action", "confirm") in browser.page.buttons:
            break
        if ("choice", "ochtend") in browser.page.buttons:
            browser.press("choice", "ochtend")
        elif ("choice", "overslaan") in browser.page.buttons:
            browser.press("choice", "overslaan")
        else:
            browser.send(text="mijn rijbewijs")
    assert "06 12 34 56 78" in browser.page.text
    browser.press("action", "change:telefoon")
    assert browser.page.fields["text"]["type"] == "tel"
    page = browser.send(text="0687654321")
    assert "06 87 65 43 21" in page.text


def test_only_the_newest_question_can_be_answered(browse) -> None:
    browser = browse()
    page = start_report(browser)
    if ("choice", "brandt-niet") not in page.buttons:
        page = browser.press("choice", "flow:melding-straatverlichting")
    page = browser.press("choice", "brandt-niet")
    assert ("choice", "brandt-niet") not in page.buttons


def test_an_answer_with_a_source_can_be_judged_once(browse) -> None:
    browser = browse()
    page = browser.send(text="Wat kost een paspoort?")
    (up,) = [value for name, value in page.buttons if value.endswith(":up")]
    page = browser.press("action", up)
    assert ("action", up) not in page.buttons


def test_a_person_is_always_within_reach(browse) -> None:
    browser = browse()
    wish = ("text", "Ik wil een medewerker spreken")
    assert wish in browser.page.buttons
    assert "088 000 01 00" in browser.page.text
    page = browser.press(*wish)
    assert wish in page.buttons


def test_a_question_in_the_address_is_filled_in_and_not_sent(browse) -> None:
    browser = browse()
    page = browser.look("/waterdam/chat?vraag=Hoe+verleng+ik+mijn+%22rijbewijs%22%3F")
    assert "Hoe verleng ik mijn &quot;rijbewijs&quot;?" in page.html
    assert not Conversation.objects.exists()


def test_je_and_u_follow_the_municipality(browse) -> None:
    assert "Typ uw vraag" in browse("waterdam").page.text
    assert "Typ je vraag" in browse("heidewoud").page.text


def test_erasing_asks_first_and_then_empties_the_conversation(browse) -> None:
    browser = browse()
    browser.send(text="Wat kost een paspoort?")
    page = browser.look("/waterdam/chat/wissen")
    assert "Wilt u het gesprek wissen?" in page.text
    assert said_by_residents() == ["Wat kost een paspoort?"]
    token = browser.client.cookies["csrftoken"].value
    response = browser.client.post("/waterdam/chat/wissen", {"csrfmiddlewaretoken": token})
    assert "Het gesprek is gewist" in response.content.decode()
    assert said_by_residents() == [""]
    assert "paspoort?" not in browser.look().text


def test_a_message_after_erasing_elsewhere_begins_a_new_conversation(browse) -> None:
    browser = browse()
    browser.send(text="Wat kost een paspoort?")
    Conversation.objects.update(token_hashes=[])
    page = browser.send(text="Wat kost een rijbewijs?")
    assert "Wat kost een rijbewijs?" in page.text
    assert Conversation.objects.count() == 2


@pytest.mark.parametrize("cookie", ["", "geen.uuid", "a.b.c", "0" * 500])
def test_a_cookie_that_is_not_ours_is_no_conversation(browse, cookie: str) -> None:
    browser = browse()
    browser.client.cookies["gg_gesprek_waterdam"] = cookie
    assert browser.look().status == 200


def test_a_conversation_of_one_municipality_does_not_open_in_another(browse) -> None:
    browser = browse()
    browser.send(text="Wat kost een paspoort?")
    stolen = browser.client.cookies["gg_gesprek_waterdam"].value
    browser.client.cookies["gg_gesprek_oostermark"] = stolen
    assert "Wat kost een paspoort?" not in browser.look("/oostermark/chat").text


def resume_address(browser) -> str:
    browser.send(text="Wat kost een paspoort?")
    page = browser.press("choice", "bewaar")
    assert "Gesprek bewaren" in page.text
    found = re.search(r'href="[^"]*(/waterdam/chat/verder/[^"]+)"', page.html)
    assert found
    return found[1]


@acts
def test_a_resume_link_goes_on_elsewhere_by_its_button_only(browse) -> None:
    address = resume_address(browse())
    other = browse()
    for _ in range(2):  # a mail program may look first
        assert "De link werkt maar één keer" in other.look(address).text
    token = other.client.cookies["csrftoken"].value
    response = other.client.post(address, {"csrfmiddlewaretoken": token}, follow=True)
    assert "Wat kost een paspoort?" in response.content.decode()
    again = other.client.post(address, {"csrfmiddlewaretoken": token})
    assert again.status_code == 404
    assert "Deze link werkt niet meer" in again.content.decode()


def test_an_unknown_municipality_is_a_page_that_does_not_exist(browse) -> None:
    response = browse().client.get("/nergenshuizen/chat")
    assert response.status_code == 404
    assert "Deze pagina bestaat niet" in response.content.decode()
