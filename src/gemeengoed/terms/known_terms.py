# SPDX-License-Identifier: EUPL-1.2
"""Terms of everyday municipal work, each with the articles that were read for it.

A law that sets another term for its own matter goes before these. What a term does not say here
it does not know: 7:10 lid 4 (more delay with consent) is a matter for a person.
"""

from collections.abc import Mapping
from types import MappingProxyType

from gemeengoed.terms.grondslag import AWB, BRP, OMGEVINGSWET
from gemeengoed.terms.legal_terms import Begins, ExtensionRule, LegalTerm
from gemeengoed.terms.length import days, months, weeks
from gemeengoed.terms.suspension import SuspensionGround

# Awb 4:15. For a decision on bezwaar Awb 7:14 leaves out lid 1 onder a and lid 2 onder a, and
# 7:10 lid 2 has a rule of its own.
_OF_A_DECISION = frozenset(SuspensionGround) - {SuspensionGround.OMISSION}
_OF_A_DECISION_ON_BEZWAAR = frozenset(
    {
        SuspensionGround.OMISSION,
        SuspensionGround.FOREIGN_INFORMATION,
        SuspensionGround.DELAY_BY_APPLICANT,
        SuspensionGround.FORCE_MAJEURE,
    }
)

# Where no law sets a term: a reasonable one, over after eight weeks at the latest. That a new day
# can be named only once is not confirmed.
BESLISTERMIJN = LegalTerm(
    code="beslistermijn",
    length=weeks(8),
    grondslag=AWB.at("4:13", "lid 2"),
    begun_by=AWB.at("4:13", "lid 2"),
    suspended_by=_OF_A_DECISION,
    extended_by=ExtensionRule(AWB.at("4:14", "lid 3"), most=None),
)

_ONCE_BY_SIX_WEEKS = ExtensionRule(OMGEVINGSWET.at("16.64", "lid 2"), most=weeks(6))

OMGEVINGSVERGUNNING = LegalTerm(
    code="omgevingsvergunning-regulier",
    length=weeks(8),
    grondslag=OMGEVINGSWET.at("16.64", "lid 1"),
    begun_by=OMGEVINGSWET.at("16.64", "lid 1"),
    suspended_by=_OF_A_DECISION,
    extended_by=_ONCE_BY_SIX_WEEKS,
)

# Another body must consent (Ow 16.16).
OMGEVINGSVERGUNNING_WITH_CONSENT = LegalTerm(
    code="omgevingsvergunning-instemming",
    length=weeks(12),
    grondslag=OMGEVINGSWET.at("16.64", "lid 1"),
    begun_by=OMGEVINGSWET.at("16.64", "lid 1"),
    suspended_by=_OF_A_DECISION,
    extended_by=_ONCE_BY_SIX_WEEKS,
)

# The uniform procedure of Awb 3.4. When nobody gave a view, lid 4 asks for a decision sooner:
# DECISION_WITHOUT_ZIENSWIJZE.
OMGEVINGSVERGUNNING_UNIFORM = LegalTerm(
    code="omgevingsvergunning-uitgebreid",
    length=months(6),
    grondslag=AWB.at("3:18", "lid 1"),
    begun_by=AWB.at("3:18", "lid 1"),
    suspended_by=_OF_A_DECISION,
    extended_by=ExtensionRule(
        OMGEVINGSWET.at("16.66", "lid 3"), most=weeks(6), announced_within=weeks(8)
    ),
)

# Begins on the very day on which the draft lies ready and this was told.
ZIENSWIJZE = LegalTerm(
    code="zienswijze",
    length=weeks(6),
    grondslag=AWB.at("3:16", "lid 1"),
    begun_by=AWB.at("3:16", "lid 2"),
    begins=Begins.SAME_DAY,
)

# Counted from the last day of the term for a zienswijze.
DECISION_WITHOUT_ZIENSWIJZE = LegalTerm(
    code="besluit-zonder-zienswijzen",
    length=weeks(4),
    grondslag=AWB.at("3:18", "lid 4"),
    begun_by=AWB.at("3:18", "lid 4"),
    suspended_by=_OF_A_DECISION,
)

# Counted from the day on which the besluit was made known as prescribed.
BEZWAAR = LegalTerm(
    code="bezwaar",
    length=weeks(6),
    grondslag=AWB.at("6:7"),
    begun_by=AWB.at("6:8", "lid 1"),
)

# The law sets six weeks in all for putting off; that this is once, and told within the term, is
# not confirmed.
_PUT_OFF = ExtensionRule(AWB.at("7:10", "lid 3"), most=weeks(6))

# Counted from the last day of the term for bezwaar, as the Algemene termijnenwet made it.
DECISION_ON_BEZWAAR = LegalTerm(
    code="beslissing-op-bezwaar",
    length=weeks(6),
    grondslag=AWB.at("7:10", "lid 1"),
    begun_by=AWB.at("7:10", "lid 1"),
    suspended_by=_OF_A_DECISION_ON_BEZWAAR,
    extended_by=_PUT_OFF,
)

# A committee of Awb 7:13 gives advice.
DECISION_ON_BEZWAAR_WITH_COMMITTEE = LegalTerm(
    code="beslissing-op-bezwaar-commissie",
    length=weeks(12),
    grondslag=AWB.at("7:10", "lid 1"),
    begun_by=AWB.at("7:10", "lid 1"),
    suspended_by=_OF_A_DECISION_ON_BEZWAAR,
    extended_by=_PUT_OFF,
)

# Counted from the move; moving.py has the earliest day too.
DECLARING_A_MOVE = LegalTerm(
    code="verhuisaangifte",
    length=days(5),
    grondslag=BRP.at("2.39", "lid 2"),
    begun_by=BRP.at("2.39", "lid 2"),
)

KNOWN_TERMS: Mapping[str, LegalTerm] = MappingProxyType(
    {
        term.code: term
        for term in (
            BESLISTERMIJN,
            OMGEVINGSVERGUNNING,
            OMGEVINGSVERGUNNING_WITH_CONSENT,
            OMGEVINGSVERGUNNING_UNIFORM,
            ZIENSWIJZE,
            DECISION_WITHOUT_ZIENSWIJZE,
            BEZWAAR,
            DECISION_ON_BEZWAAR,
            DECISION_ON_BEZWAAR_WITH_COMMITTEE,
            DECLARING_A_MOVE,
        )
    }
)
