# SPDX-License-Identifier: EUPL-1.2
"""Questions in the folder of a municipality: its reader hears them, nobody else's does."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.unit.content.small_pack import write_pack
from tests.unit.content.test_publishing import nothing_published as nothing_published

from gemeengoed.content.errors import PackError
from gemeengoed.content.operations import publish
from gemeengoed.content.queries import edition_of, reader_of
from gemeengoed.language.reading import Context

OWN = "gemeenten/aastad/kind/vragen.train.yaml"
pytestmark = pytest.mark.usefixtures("nothing_published")


def heard(slug: str, text: str) -> str | None:
    reader = reader_of(edition_of(slug))
    best = reader.read(text, today=date(2026, 11, 23), context=Context()).best
    return best.topic if best and best.probability > 0.8 else None


def test_only_the_municipality_itself_hears_them(tmp_path: Path) -> None:
    publish(write_pack(tmp_path, {OWN: "- het ukkiepasje\n"}))
    assert heard("aastad", "mag ik een ukkiepasje") == "kind"
    assert heard("beedorp", "mag ik een ukkiepasje") != "kind"


def test_they_change_the_edition_of_that_municipality_alone(tmp_path: Path) -> None:
    before = publish(write_pack(tmp_path / "a", {})).editions
    after = publish(write_pack(tmp_path / "b", {OWN: "- het ukkiepasje\n"})).editions
    assert before["aastad"].fingerprint != after["aastad"].fingerprint
    assert before["beedorp"].fingerprint == after["beedorp"].fingerprint


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (OWN, "- hoe kan dat\n", f"packs/{OWN}:1: no word of this question tells its topic"),
        (OWN, "- pas\n- pas\n- hoe kan dat\n", f"packs/{OWN}:3: no word of this question"),
        ("gemeenten/aastad/wat/vragen.train.yaml", "- x\n", "there is no topic 'wat'"),
        ("gemeenten/aastad/_assistent/vragen.train.yaml", "- x\n", "has no meaning here"),
    ],
)
def test_what_cannot_be_heard_is_told(
    tmp_path: Path, name: str, content: str, message: str
) -> None:
    with pytest.raises(PackError, match=re.escape(message)):
        publish(write_pack(tmp_path, {name: content}))
