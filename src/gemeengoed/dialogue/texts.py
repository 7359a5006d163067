# SPDX-License-Identifier: EUPL-1.2
"""Every fixed text the assistant can say: its key and the placeholders it may use.

The words stand in packs/basis/_assistent/teksten.yaml; a test holds the two together.
"""

from collections.abc import Mapping

TEXTS: Mapping[str, frozenset[str]] = {}
