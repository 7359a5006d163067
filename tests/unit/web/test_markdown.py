# SPDX-License-Identifier: EUPL-1.2
import pytest

from gemeengoed.web.frame.markdown import to_html


def test_the_small_subset_becomes_html() -> None:
    html = to_html("Neem **mee**:\n\n- pas\n- foto\n\nBel [14 0](tel:140).")
    assert "<strong>mee</strong>" in html
    assert html.count("<li>") == 2
    assert '<a href="tel:140">14 0</a>' in html


def test_an_item_of_a_list_may_go_on_in_a_paragraph_of_its_own() -> None:
    html = to_html("- Te hoog.\n\n  Waarom? Daarom.")
    assert html.count("<li>") == 1
    assert "<p>Te hoog.</p>\n<p>Waarom? Daarom.</p>" in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[klik](javascript:alert(1))",
        "<javascript:alert(1)>",
        "[klik](data:text/html;base64,xx)",
        "![plaatje](https://elders.example/x.png)",
    ],
)
def test_nothing_else_gets_through(text: str) -> None:
    html = to_html(text)
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert 'href="data' not in html


def test_a_bare_address_becomes_a_link_without_the_full_stop_behind_it() -> None:
    html = to_html("Ga naar https://www.waterdam.example/chat/verder/a_b_c-d. Tot dan.")
    address = "https://www.waterdam.example/chat/verder/a_b_c-d"
    assert f'<a href="{address}">{address}</a>. Tot dan.' in html


def test_an_escaped_sign_is_shown_as_typed() -> None:
    assert to_html(r"Straat \*5\* \[x\]") == "<p>Straat *5* [x]</p>\n"


def test_an_amount_stays_on_one_line() -> None:
    assert "€\u00a084,10, geen € korting" in to_html("Dat kost € 84,10, geen € korting.")
