# SPDX-License-Identifier: EUPL-1.2
"""A procedure without a fault for the small pack: may somebody have a shed, by whose rules?"""

from collections.abc import Mapping

BASE = "basis/pas/procedure.yaml"
SCENARIOS = "basis/pas/scenarios.yaml"
LOCAL = "gemeenten/aastad/pas/procedure.yaml"


def row(
    id: str, test: str, outcome: str, law: str, kind: str = "policy_rule", more: str = ""
) -> str:
    """A row of a table on one line."""
    return (
        f"{{id: {id}, label: {id}, {test}, outcome: {outcome}, rule_kind: {kind}, "
        f'source: {{of: {law}, article: "1"}}, purpose: {{text: Daarom., protects: wij}}{more}}}'
    )


_OPEN = ", local: {may: change, minimum: 1, maximum: 5}"
PROCEDURE = f"""\
id: schuur
label: Schuur
sources:
  wet: {{law: Wet, version: "1", url: "https://wet.example", valid_from: 2024-01-01}}
  oud:
    law: Wet
    version: "0"
    url: "https://wet.example"
    valid_from: 2020-01-01
    valid_to: 2023-12-31
inputs:
  hoogte: {{kind: length, label: Hoogte, maximum: 10}}
  monument: {{kind: yes_no, label: Monument}}
outcomes:
  - {{id: nee, label: Nee, is_no: true}}
  - {{id: bijna, label: Bijna, is_no: true}}
  - {{id: ja, label: Ja}}
tables:
  - id: landelijk
    label: Landelijk
    hit_policy: U
    ends: {{nee: nee}}
    rows:
      - {row("L1", "when: {monument: ja}", "nee", "wet", "statute_rule")}
      - {row("L2", "when: {monument: nee}", "ja", "wet", "statute_rule")}
      - {row("L1", "when: {monument: ja}", "nee", "oud", "statute_rule")}
      - {row("L2", "when: {monument: nee}", "ja", "oud", "statute_rule")}
  - id: lokaal
    label: Lokaal
    hit_policy: F
    otherwise: ja
    open: true
    rows:
      - {row("P1", 'requires: {hoogte: "<= 3"}', "bijna", "wet", more=_OPEN)}
      - {row("P1", 'requires: {hoogte: "<= 2"}', "bijna", "oud", more=_OPEN)}
"""
OWN_RULES = f"""\
procedure: schuur
sources:
  nota: {{law: Nota, version: "1", url: "https://nota.example", valid_from: 2020-01-01}}
tables:
  lokaal:
    - {row("A1", 'when: {hoogte: "< 1"}', "ja", "nota")}
"""
FILES: Mapping[str, str | None] = {
    BASE: PROCEDURE,
    SCENARIOS: (
        "procedure: schuur\nscenarios:\n"
        '  - {name: laag, facts: {hoogte: "0.5", monument: nee}, outcome: ja}\n'
    ),
    LOCAL: OWN_RULES,
}


def changing(row: str, value: str, *, in_force_on: str = "", law: str = "nota") -> str:
    """What a municipality writes to change a threshold of the base."""
    day = f", in_force_on: {in_force_on}" if in_force_on else ""
    source = f'source: {{of: {law}, article: "7"}}'
    return (
        f"thresholds:\n  - {{row: {row}, value: {value}{day}, {source}, "
        "reason: Raad, author: Gonda}\n"
    )


def with_rules(
    base: tuple[str, str] = ("", ""), local: tuple[str, str] = ("", ""), more: str = ""
) -> dict[str, str | None]:
    """The files with one passage of the base, or of the municipality, written otherwise.

    more: what the municipality writes besides.
    """
    for text, (old, _) in ((PROCEDURE, base), (OWN_RULES, local)):
        assert old in text
    own = OWN_RULES.replace(*local, 1) + more
    return {**FILES, BASE: PROCEDURE.replace(*base, 1), LOCAL: own}
