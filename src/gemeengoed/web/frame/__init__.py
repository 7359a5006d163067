# SPDX-License-Identifier: EUPL-1.2
"""What all doors share: base templates, design tokens, permissions, problem documents."""
