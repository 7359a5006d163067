# SPDX-License-Identifier: EUPL-1.2
"""Which rooms there are: the folders of the package, and what stands apart inside two of them."""

from tests.rules.source import SRC

# Folders whose own folders are rooms too: the doors, and one for each outside system.
WITH_ROOMS_INSIDE = ("web", "gateways")


def packages_in(name: str = "") -> list[str]:
    """The packages directly in this one, dotted, sorted."""
    folder = SRC / name.replace(".", "/")
    inside = (path.parent.name for path in folder.glob("*/__init__.py"))
    return sorted(f"{name}.{one}" if name else one for one in inside if one != "migrations")


def rooms() -> list[str]:
    """Dotted names: ``audit``, ``web``, ``web.api``, ``gateways.brp`` and so on."""
    found = packages_in()
    for name in WITH_ROOMS_INSIDE:
        found += packages_in(name)
    return sorted(found)
