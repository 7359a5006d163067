# SPDX-License-Identifier: EUPL-1.2
"""A pack without a fault, as small as can be; tests break it in one place at a time."""

from collections.abc import Mapping
from pathlib import Path

from gemeengoed.content.accepting import load
from gemeengoed.content.edition import Edition
from gemeengoed.content.fixed_texts import known_texts, needed_texts

PASS_TOPIC = """\
id: pas
label: Pas aanvragen
kind: gemeente
sources:
  - {title: Paswet, url: https://wet.example/pas, checked_on: 2026-11-01}
fields:
  tarief_pas: {type: money, label: Tarief pas}
  balie_pas: {type: choice, options: [afspraak, inloop], label: Balie}
default: [hoe, kosten]
follow_up: [kind, later]
blocks:
  - id: hoe
    aspect: hoe
    text: "{Kom je|Komt u} langs in {gemeente.naam}?"
  - id: kosten
    aspect: kosten
    text: De pas kost {tarief_pas}.
    missing: Bel {gemeente.telefoon}.
    zero: De pas is gratis.
  - id: afspraak
    aspect: afspraak
    when: {field: balie_pas, equals: afspraak}
    text: Maak een afspraak.
  - id: wet
    aspect: wat
    fixed: true
    text: Dat staat in de wet.
"""
CHILD_TOPIC = """\
id: kind
label: Pas voor een kind
kind: gemeente
sources:
  - {title: Paswet, url: https://wet.example/pas, checked_on: 2026-11-01}
flow: vraag
blocks:
  - {id: duur, aspect: duur, text: "Dat duurt {levertijd}."}
  - {id: open, aspect: wie, text: "We zijn open op {openingstijden_balie}."}
"""
FLOW = """\
id: vraag
topic: kind
label: Vraag stellen
submit: vraag
term: levertijd
receipt: "Uiterlijk {uiterlijk} belt {wie} {je|u} over {soort}. Nummer {nummer}."
steps:
  - name: soort
    label: Soort
    input: choice
    question: Wat {wil je|wilt u} weten?
    choices:
      - {id: kort, label: Kort}
      - {id: lang, label: Lang, also: [uitgebreid]}
    warnings: {lang: Dat duurt even.}
  - name: uitleg
    label: Uitleg
    input: text
    question: Vertel meer.
    again: Vertel het anders.
    optional: true
    when: [{step: soort, operator: "=", value: lang}]
"""
FILES: Mapping[str, str] = {
    "basis/pas/onderwerp.yaml": PASS_TOPIC,
    "basis/pas/vragen.train.yaml": (
        "- pas aanvragen\n- {text: wat kost een pas, aspects: [kosten]}\n"
    ),
    "basis/kind/onderwerp.yaml": CHILD_TOPIC,
    "basis/kind/flow.yaml": FLOW,
    "basis/kind/transcripts.yaml": (
        "- name: een vraag\n  turns:\n    - choice: flow:vraag\n      assistant: [ask:soort]\n"
    ),
    "basis/kind/vragen.train.yaml": "- pas voor mijn kind\n- kinderpas\n",
    "basis/_assistent/velden.yaml": (
        "levertijd: {type: working_days, label: Levertijd}\n"
        "openingstijden_balie: {type: hours, label: Balie}\n"
        "openingstijden_telefoon: {type: hours, label: Telefoon}\n"
        "openingstijden_chat: {type: hours, label: Chat}\n"
    ),
    "basis/_assistent/onderwerpen.yaml": (
        "pas: Pas aanvragen\nkind: Pas voor een kind\nlater: Nog te schrijven\n"
    ),
    "gemeenten/aastad/gemeente.yaml": (
        "name: Aastad\nform: u\nresidents: 1000\nwebsite: https://www.aastad.example\n"
        "contact: {phone: 088 111 11 11, emergency_phone: 088 111 11 12}\n"
        "assistant: {name: Aat}\n"
    ),
    "gemeenten/aastad/velden.yaml": (
        "tarief_pas:\n"
        "  - {value: 12.50, source: Verordening 2026, checked_on: 2026-01-02, "
        "valid_from: 2026-01-01}\n"
        "  - {value: 0, source: Verordening 2027, checked_on: 2026-01-02, "
        "valid_from: 2027-01-01}\n"
        "balie_pas:\n  - {value: afspraak, source: Balie, checked_on: 2026-01-02}\n"
        "levertijd:\n  - {value: 1, source: Balie, checked_on: 2026-01-02}\n"
        'openingstijden_telefoon:\n  - {value: {ma: ["9:00-17:00"]}, source: Balie, '
        "checked_on: 2026-01-02}\n"
        'openingstijden_balie:\n  - {value: {ma: ["9:00-17:00"]}, source: Balie, '
        "checked_on: 2026-01-02}\n"
        "openingstijden_chat:\n  - {value: {}, source: Balie, checked_on: 2026-01-02}\n"
    ),
    "gemeenten/beedorp/gemeente.yaml": (
        "name: Beedorp\nform: je\nresidents: 900\nwebsite: https://www.beedorp.example\n"
        "contact: {phone: 088 222 22 22, emergency_phone: 088 222 22 23}\n"
        "assistant: {name: Bee}\n"
    ),
}


def texts() -> str:
    """A teksten.yaml with every key that must be there; each text shows its key and values."""
    known = known_texts()
    lines = []
    for key in sorted(needed_texts()):
        values = "".join(f" {{{value}}}" for value in sorted(known[key]))
        lines.append(f'{key}: "«{key}»{values}"\n')
    return "".join(lines)


def write_pack(folder: Path, changes: Mapping[str, str | None] | None = None) -> Path:
    """Write the pack with these files changed, added or (None) left out; gives its folder."""
    root = folder / "packs"
    files: dict[str, str | None] = {**FILES, "basis/_assistent/teksten.yaml": texts()}
    for name, content in {**files, **(changes or {})}.items():
        if content is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
    return root


def changed(name: str, old: str, new: str) -> dict[str, str | None]:
    """One file of the pack with one place changed; the place must be there."""
    source = FILES[name] if name in FILES else texts()
    assert old in source, f"{old!r} is not in {name}"
    return {name: source.replace(old, new, 1)}


def edition(
    folder: Path, slug: str = "aastad", changes: Mapping[str, str | None] | None = None
) -> Edition:
    """One edition of the pack with these changes."""
    return load(write_pack(folder, changes)).editions[slug]
