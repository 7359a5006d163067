# SPDX-License-Identifier: EUPL-1.2
"""What keeps a command from doing its work, told to the person at the terminal."""


class CannotStartError(Exception):
    """An anticipated fault: the text says what is wrong and what to do; no traceback is needed."""
