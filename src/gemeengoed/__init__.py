# SPDX-License-Identifier: EUPL-1.2
"""Gemeengoed: the assistant that Dutch municipalities build together.

Each folder below is a room; its page (this docstring in its ``__init__``) says what it is for.
docs/architecture.md is the map.
"""
