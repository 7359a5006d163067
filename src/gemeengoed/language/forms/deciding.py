# SPDX-License-Identifier: EUPL-1.2
"""Which role a je has."""

from gemeengoed.language.forms import words
from gemeengoed.language.forms.following import is_noun, nothing_to_own_follows
from gemeengoed.language.forms.owners import role_before_noun
from gemeengoed.language.forms.persons import role_of_person
from gemeengoed.language.forms.roles import RECEIVER_OR_OWNER, Found, unsure
from gemeengoed.language.forms.tokens import Around


def role_of(around: Around) -> Found:
    """The role of the je at this place."""
    if around.word(1) in words.ADJECTIVES and is_noun(around.word(2)):
        return unsure(RECEIVER_OR_OWNER)
    if nothing_to_own_follows(around):
        return role_of_person(around)
    return role_before_noun(around)
