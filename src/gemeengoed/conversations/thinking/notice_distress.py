# SPDX-License-Identifier: EUPL-1.2
"""Before all understanding: is somebody in danger? Hangs on no model and no threshold."""

from gemeengoed.conversations.thinking.thought import Thought
from gemeengoed.language.distress import notice


def notice_distress(thought: Thought) -> None:
    text = thought.posted.text or thought.posted.value
    thought.distress = notice(text, in_flow=thought.state.flow is not None) if text else None
