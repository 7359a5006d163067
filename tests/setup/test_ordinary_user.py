# SPDX-License-Identifier: EUPL-1.2
"""The two commands as an ordinary user, on a machine where root runs them too.

In a file of its own: it runs beside the others, as both would on one machine.
"""

import pytest
from tests.setup.clone import Clone
from tests.setup.starting import start_and_stop

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1500)]


def test_an_ordinary_user_can_do_the_same_beside_it(users_clone: Clone, free_port: int) -> None:
    start_and_stop(users_clone, free_port)


def test_an_ordinary_user_can_do_it_again(users_clone: Clone, free_port: int) -> None:
    start_and_stop(users_clone, free_port)
