# SPDX-License-Identifier: EUPL-1.2
"""Where a resident goes after logging in: a page of ours, signed so that nobody can change it."""

from dataclasses import asdict, dataclass

from django.core import signing

from gemeengoed.gateways.digid.shapes import Level


@dataclass(frozen=True, slots=True)
class Return:
    """path: of a page of the municipality. level: the lowest that is enough for it.

    in_chat: a conversation sent the resident, and the log-in belongs to it.
    """

    path: str
    level: str
    in_chat: bool = False

    def signed(self, slug: str) -> str:
        """As text for an address."""
        return signing.dumps(asdict(self), salt=_salt(slug))

    @classmethod
    def read(cls, slug: str, signed: str) -> "Return | None":
        """What was signed for this municipality; None for anything else."""
        try:
            told = cls(**signing.loads(signed, salt=_salt(slug)))
            Level(told.level)
        except (signing.BadSignature, TypeError, ValueError):
            return None
        return told if told.path.startswith(f"/{slug}/") else None


def _salt(slug: str) -> str:
    return f"return:{slug}"
