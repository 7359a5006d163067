# SPDX-License-Identifier: EUPL-1.2
"""What all doors share: base templates, design tokens, permissions, problem documents, streams.

``permissions.require_membership`` and ``permissions.open_to`` are the two rules a page may carry.
stream.py, announcements.py and open_streams.py are the open lines, turn_threads.py where turns run.
Must never know: the doors that stand on it.
"""
