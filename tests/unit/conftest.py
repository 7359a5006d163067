# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def home_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where this process keeps models and editions of small packs: what one test had trained from
    the same questions, another need not train again. The user's own folder knows nothing of them.
    """
    return tmp_path_factory.mktemp("home")
