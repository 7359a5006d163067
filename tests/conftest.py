# SPDX-License-Identifier: EUPL-1.2
"""For all tests. The database comes from gemeengoed.project.embedded_postgres.for_tests."""

import pytest


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    database_server: str, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """The server must run before pytest-django makes its test database on it."""
