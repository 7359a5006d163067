# SPDX-License-Identifier: EUPL-1.2
"""Is somebody in danger? A detector of its own, by patterns, that would rather show a help line
once too often than once too little. It hangs on no model, no threshold and no topic."""

from gemeengoed.language.distress.detector import notice, notice_in, without_wishes

__all__ = ["notice", "notice_in", "without_wishes"]
