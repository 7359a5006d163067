# SPDX-License-Identifier: EUPL-1.2
"""taal.yaml of the base: what the check of plain language knows of single words."""

from gemeengoed.content.loading.document import Entry
from gemeengoed.content.loading.topics import read_allowed
from gemeengoed.content.packs import PlainLanguage


def read_plain_language(entry: Entry) -> PlainLanguage:
    """The whole file. A key of better may hold several forms, apart by commas."""
    table = entry.table("better", "known plain")
    better: dict[str, str] = {}
    for forms, key, value in table.found["better"].pairs() if table.get("better") else ():
        for form in forms.split(","):
            if form.strip() in better:
                key.fail(f"{form.strip()!r} stands here twice", "keep one of them")
            better[form.strip()] = value.text()
    known: set[str] = set()
    for item in table.items("known"):
        listed = item.table("words reason")
        listed.text("reason")
        known |= {word.lower() for word in listed.texts("words")}
    return PlainLanguage(better, frozenset(known), read_allowed(table.items("plain")), entry.place)
