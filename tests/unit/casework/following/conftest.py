# SPDX-License-Identifier: EUPL-1.2
"""What is followed is handed in as the tests of submissions do it."""

from tests.unit.casework.submissions.conftest import anja, moment, move, waterdam

__all__ = ["anja", "moment", "move", "waterdam"]
