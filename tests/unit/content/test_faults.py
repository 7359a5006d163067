# SPDX-License-Identifier: EUPL-1.2
"""Every way in which a pack can be wrong: told with file, line and what to do."""

from pathlib import Path

import pytest
from tests.unit.content.small_pack import FILES, changed, write_pack

from gemeengoed.content.accepting import load
from gemeengoed.content.errors import NoPacksError, PackError
from gemeengoed.content.folders import packs_folder

TOPIC = "basis/pas/onderwerp.yaml"
FLOW = "basis/kind/flow.yaml"
PLACE = "gemeenten/aastad/gemeente.yaml"
FACTS = "gemeenten/aastad/velden.yaml"
TEXTS = "basis/_assistent/teksten.yaml"
TRANSCRIPTS = "basis/kind/transcripts.yaml"
FIELDS = "basis/_assistent/velden.yaml"
PIN = "gemeenten/aastad/pas/onderwerp.yaml"


def pin(path: str, value: str = "Anders.", base: str = "base: abc, ") -> str:
    return f'pins:\n  - {{path: {path}, value: "{value}", {base}reason: r, author: a}}\n'


# file, what stands there, what is written instead, a piece of the message, the line
BROKEN = [
    # the form of a file
    (TOPIC, "label: Pas", "lable: Pas", "unknown key 'lable'", 2),
    (TOPIC, "label: Pas aanvragen\n", "", "the key 'label' is missing", 1),
    (TOPIC, "kind: gemeente", "kind: gemeente\nkind: gemeente", "stands here twice", 4),
    (TOPIC, "kind: gemeente", "kind: provincie", "'provincie' is not possible", 3),
    (TOPIC, "id: pas", "id: pasje", "the id is 'pasje', the folder 'pas'", 1),
    (TOPIC, "label: Pas aanvragen", "label: no", "no is not a text here", 2),
    (TOPIC, "label: Pas aanvragen", "label: [Pas]", "a text is expected", 2),
    (TOPIC, "label: Pas aanvragen", "label: Pas: nieuw", "not valid YAML", 2),
    (TOPIC, "checked_on: 2026-11-01", "checked_on: 31-02-2026", "is not a date", 5),
    (TOPIC, "default: [hoe, kosten]", "default: hoe", "a list is expected", 9),
    (TOPIC, "default: [hoe, kosten]", "default: [duur]", "no block has the aspect 'duur'", 9),
    (TOPIC, "aspect: hoe", "aspect: waarom", "'waarom' is not possible", 13),
    (TOPIC, "id: kosten", "id: hoe", "the block id 'hoe' occurs twice", 15),
    (TOPIC, "id: kosten", "id: Kosten!", "is no block id", 15),
    # markup
    (TOPIC, "{Kom je|Komt u}", "{Kom je|Komt u|Komen jullie}", "neither a placeholder nor", 14),
    (TOPIC, "{Kom je|Komt u}", "{Kom {je|u}}", "braces inside braces", 14),
    (TOPIC, "{gemeente.naam}", "{gemeente.naam", "never closed", 14),
    (TOPIC, "Maak een afspraak.", "Maak | een afspraak.", "a lone '|'", 23),
    # what a text may say
    (TOPIC, "{gemeente.naam}", "{gemeente.wapen}", "unknown placeholder {gemeente.wapen}", 14),
    (TOPIC, "De pas kost", "Op {balie_pas} kost", "cannot be shown in a text", 17),
    (TOPIC, "Maak een afspraak.", "Maak je afspraak.", "'je' stands outside", 23),
    (TOPIC, "Maak een afspraak.", "Uw afspraak.", "'Uw' stands outside", 23),
    (TOPIC, "Maak een afspraak.", "Hebben jullie tijd?", "'jullie' stands outside", 23),
    (TOPIC, "{Kom je|Komt u}", "{Komt u|Komt u}", "the je side of", 14),
    (TOPIC, "{Kom je|Komt u}", "{Kom je|Kom je}", "the u side of", 14),
    (TOPIC, "{Kom je|Komt u}", "{Kom je|Kom u}", "in the u-form 'kom u' do not go together", 14),
    (TOPIC, "{Kom je|Komt u}", "{Kunt je|Kunt u}", "in the je-form 'kunt je' do not go", 14),
    (TOPIC, "Maak een afspraak.", "woord " * 91, "91 words, at most 90", 23),
    (TOPIC, "Maak een afspraak.", "Kijk [hier](http://x.nl).", "no address to link to", 23),
    (TOPIC, "Maak een afspraak.", "Kijk [](https://x.nl/a).", "has no words", 23),
    (TOPIC, "Maak een afspraak.", "Dat kost € 12.", "an amount is typed", 23),
    (TOPIC, "Maak een afspraak.", "Dat kost 12 euro.", "an amount is typed", 23),
    (TOPIC, "Maak een afspraak.", "Bel 010 123 45 67.", "a phone number is typed", 23),
    (TOPIC, "Maak een afspraak.", "Bel 112.", "a phone number is typed", 23),
    (TOPIC, "Maak een afspraak.", "Bel 14 010.", "a phone number is typed", 23),
    (TOPIC, "label: Pas aanvragen", "label: Je pas aanvragen", "has a pronoun", 1),
    (
        TOPIC,
        "    zero: De pas is gratis.\n",
        "    zero: Gratis, je hoort het.\n",
        "'je' stands",
        19,
    ),
    # what refers to something else
    (TOPIC, "follow_up: [kind", "follow_up: [fiets", "there is no topic 'fiets'", 1),
    (TOPIC, "default:", "flow: weg\ndefault:", "there is no flow 'weg'", 1),
    (TOPIC, "field: balie_pas", "field: balie_fiets", "there is no field 'balie_fiets'", 20),
    (TOPIC, "equals: afspraak", "equals: soms", "'soms' is no value of 'balie_pas'", 20),
    (
        TOPIC,
        "{field: balie_pas, equals: afspraak}",
        "{field: tarief_pas, equals: veel}",
        "number",
        20,
    ),
    (TOPIC, "kost {tarief_pas}", "kost wat", "its text has no amount", 15),
    (TOPIC, "tarief_pas: {type: money", "levertijd: {type: money", "was declared at", 7),
    (TOPIC, "type: money", "type: geld", "'geld' is not possible", 7),
    (TOPIC, "type: money", "options: [a], type: money", "only a choice has options", 7),
    (TOPIC, "tarief_pas: {", "Tarief: {", "is no field name", 7),
    (TOPIC, "kind: gemeente", "kind: nood", "with the aspect wat only", 12),
    (
        FIELDS,
        "openingstijden_chat: {type: hours",
        "openingstijden_chat: {type: text",
        "the code",
        1,
    ),
    # flows
    (FLOW, "topic: kind", "topic: pas", "belongs to the topic 'pas'", 1),
    (FLOW, "term: levertijd", "term: openingstijden_balie", "no number of working days", 1),
    (FLOW, "over {soort}", "over {uitleg}", "unknown placeholder {uitleg}", 6),
    (FLOW, "input: text", "input: spraak", "'spraak' is not possible", 18),
    (FLOW, "name: uitleg", "name: soort", "the step 'soort' occurs twice", 16),
    (FLOW, "step: soort", "step: uitleg", "is not an earlier step", 16),
    (FLOW, "value: lang", "value: kort door", "is no choice of 'soort'", 16),
    (FLOW, 'operator: "="', "operator: known", "do not fit", 22),
    (FLOW, "warnings: {lang", "warnings: {breed", "no choice 'breed' to warn for", 15),
    (FLOW, "input: text", "input: choice", "must have them", 16),
    (FLOW, "label: Kort", "label: Jouw keus", "has a pronoun", 13),
    (FLOW, "optional: true", "optional: misschien", "neither true nor false", 21),
    # municipalities and their facts
    (PLACE, "form: u", "form: jij", "'jij' is not possible", 2),
    (PLACE, "residents: 1000", "residents: veel", "'veel' is not a number", 3),
    (PLACE, "website: https", "website: http", "it begins with https", 1),
    (PLACE, "assistant:", "off: {fiets: weg}\nassistant:", "off: there is no topic 'fiets'", 1),
    (PLACE, "assistant:", "theme: {kleur: 'red; x'}\nassistant:", "a plain value", 6),
    (PLACE, "assistant:", "allowed_origins: [aastad]\nassistant:", "is no origin", 6),
    (
        PLACE,
        "assistant:",
        "colleagues: [{login: a, name: A, job: j, roles: [baas]}]\nassistant:",
        "'baas' is not possible",
        6,
    ),
    (
        PLACE,
        "assistant:",
        "colleagues: [{login: a, name: A, job: j, roles: [], also_in: [cee]}]\nassistant:",
        "unknown municipality 'cee'",
        1,
    ),
    (
        PLACE,
        "assistant:",
        "colleagues: [{login: a, name: A, job: j, roles: [], competences: {x: 9}}]\nassistant:",
        "from 1 to 5",
        6,
    ),
    (
        PLACE,
        "assistant:",
        'colleagues: [{login: a, name: A, job: j, roles: [], hours: {ma: ["9-8"]}}]\nassistant:',
        "ends before it begins",
        6,
    ),
    (
        PLACE,
        "assistant:",
        "colleagues: [{login: a, name: A, job: j, roles: [], hours: {maandag: []}}]\nassistant:",
        "'maandag' is not a day",
        6,
    ),
    (
        PLACE,
        "assistant:",
        "colleagues: [{login: a, name: A, job: j, roles: [], hours_elsewhere: {c: }}]\nassistant:",
        "hours in 'c', where this colleague does not work",
        6,
    ),
    (FACTS, "tarief_pas:", "tarief_fiets:", "no topic declares the field 'tarief_fiets'", 1),
    (FACTS, "value: 12.50", 'value: "12,50"', "is not a number", 2),
    (FACTS, "value: 12.50", "value: -1", "below zero", 2),
    (FACTS, "value: afspraak", "value: bellen", "'bellen' is not possible", 5),
    (FACTS, "value: afspraak", "value: yes", "yes is not a text here", 5),
    (FACTS, "value: 1,", "value: 1.5,", "not a whole number", 7),
    (FACTS, "9:00-17:00", "9:00-25:00", "is not a pair of times", 9),
    (FACTS, "{ma: [", "{maandag: [", "is not a day", 9),
    (FACTS, "valid_from: 2027-01-01", "valid_from: 2026-01-01", "begin on the same day", 2),
    (FACTS, "source: Verordening 2026, ", "", "the key 'source' is missing", 2),
    # texts of the assistant and transcripts
    (TEXTS, "begin: ", "begin_dan: ", "the text 'begin' is missing", 1),
    (
        TEXTS,
        "«bereikbaar_later» {moment}",
        "«bereikbaar_later» {uur}",
        "unknown placeholder {uur}",
        17,
    ),
    (TRANSCRIPTS, "[ask:soort]", "[vraag:soort]", "cannot be expected", 4),
    (TRANSCRIPTS, "choice: flow", "resident: x\n      choice: flow", "one of resident", 3),
    (TRANSCRIPTS, "name: een vraag", "name: een vraag\n  municipality: cee", "no municipality", 1),
    (TRANSCRIPTS, "name: een vraag", "name: een vraag\n  now: straks", "is not a moment", 2),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "message", "line"),
    BROKEN,
    ids=[f"{row[3]}-{n}" for n, row in enumerate(BROKEN)],
)
def test_a_fault_tells_file_line_and_what_to_do(
    tmp_path: Path, name: str, old: str, new: str, message: str, line: int
) -> None:
    root = write_pack(tmp_path, changed(name, old, new))
    with pytest.raises(PackError) as caught:
        load(root)
    fitting = [fault for fault in caught.value.faults if message in fault.message + fault.hint]
    assert fitting, f"not told; told was:\n{caught.value}"
    assert fitting[0].place.file == f"packs/{name}"
    assert fitting[0].place.line == line
    assert fitting[0].hint


@pytest.mark.parametrize(
    ("files", "where", "message"),
    [
        ({TRANSCRIPTS: None}, f"packs/{FLOW}", "the flow has no transcript"),
        ({TOPIC: None}, "packs/basis/pas", "the topic has no onderwerp.yaml"),
        ({PLACE: None}, "packs/gemeenten/aastad", "has no gemeente.yaml"),
        ({"basis/pas/prijs.yaml": "a: 1"}, "packs/basis/pas/prijs.yaml", "no meaning here"),
        ({"basis/los.yaml": "a: 1"}, "packs/basis/los.yaml", "has no place here"),
        (
            changed(TEXTS, "«bereikbaar_later» {moment}", "«bereikbaar_later» {uur}"),
            f"packs/{TEXTS}",
            "unknown placeholder {uur}",
        ),
        (
            changed(TEXTS, "bereikbaar_nu:", "zomaar: x\nbereikbaar_nu:"),
            f"packs/{TEXTS}",
            "nobody says",
        ),
        ({PIN: pin("blocks.wet.text")}, f"packs/{PIN}", "cannot be pinned"),
        ({PIN: pin("blocks.hoe.text", base="")}, f"packs/{PIN}", "against which text"),
        ({PIN: pin("blocks.hoe.text", "Kom je?")}, f"packs/{PIN}", "'je' stands outside"),
        ({PIN: pin("blocks.hoe.text", "{weg}")}, f"packs/{PIN}", "unknown placeholder {weg}"),
    ],
)
def test_what_is_missing_or_has_no_place_is_a_fault(
    tmp_path: Path, files: dict[str, str | None], where: str, message: str
) -> None:
    with pytest.raises(PackError) as caught:
        load(write_pack(tmp_path, files))
    assert any(
        fault.place.file == where and message in fault.message for fault in caught.value.faults
    ), caught.value


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    broken = {
        **changed(TOPIC, "aspect: hoe", "aspect: waarom"),
        **changed(FLOW, "input: text", "input: spraak"),
        **changed(FACTS, "value: 12.50", "value: duur"),
    }
    with pytest.raises(PackError) as caught:
        load(write_pack(tmp_path, broken))
    assert {fault.place.file for fault in caught.value.faults} >= {
        f"packs/{name}" for name in broken
    }
    assert list(caught.value.faults) == sorted(caught.value.faults)


def test_the_small_pack_itself_has_no_fault(tmp_path: Path) -> None:
    loaded = load(write_pack(tmp_path))
    assert set(loaded.editions) == {"aastad", "beedorp"}


def test_words_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    text = changed(TOPIC, "Maak een afspraak.", 'Roep "help je" of bel 112.')[TOPIC]
    with pytest.raises(PackError):
        load(write_pack(tmp_path / "without", {TOPIC: text}))
    allow = 'allow:\n  - {text: "help je", reason: Citaat}\n  - {text: "112", reason: Landelijk}\n'
    assert load(write_pack(tmp_path / "with", {TOPIC: str(text) + allow}))


def test_a_field_that_is_not_filled_is_a_notice_and_no_fault(tmp_path: Path) -> None:
    notices = load(write_pack(tmp_path)).notices
    missing = [n for n in notices if "beedorp" in n.place.file and n.hint == "missing"]
    assert {"tarief_pas", "levertijd"} <= {n.message.split("'")[1] for n in missing}


def test_a_fact_that_nobody_confirmed_is_a_notice(tmp_path: Path) -> None:
    files = changed(
        FACTS, "source: Verordening 2026, checked_on: 2026-01-02", "source: Horen zeggen"
    )
    notices = load(write_pack(tmp_path, files)).notices
    assert any(n.hint == "unverified" and "'tarief_pas'" in n.message for n in notices)


def test_a_word_that_yaml_reads_as_false_is_told_with_what_to_write(tmp_path: Path) -> None:
    files = changed(FIELDS, "levertijd:", "snel: {type: yes_no, label: Snel}\nlevertijd:")
    wrong = FILES[FACTS] + "snel:\n  - {value: no, source: x, checked_on: 2026-01-02}\n"
    right = FILES[FACTS] + "snel:\n  - {value: nee, source: x, checked_on: 2026-01-02}\n"
    with pytest.raises(PackError, match="write ja or nee"):
        load(write_pack(tmp_path / "wrong", {**files, FACTS: wrong}))
    assert load(write_pack(tmp_path / "right", {**files, FACTS: right}))


def test_no_packs_at_all_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEMEENGOED_PACKS", str(tmp_path / "nergens"))
    with pytest.raises(NoPacksError, match="GEMEENGOED_PACKS names their folder"):
        packs_folder()
