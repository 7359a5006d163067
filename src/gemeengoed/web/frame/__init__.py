# SPDX-License-Identifier: EUPL-1.2
"""What all doors share: base templates, design tokens, permissions, problem documents.

``permissions.require_membership`` and ``permissions.open_to`` are the two rules a page may carry.
Must never know: the doors that stand on it.
"""
