# SPDX-License-Identifier: EUPL-1.2
"""How it goes: counting, per municipality and flow, and what the assistant missed.

Reads what others keep and never writes to it. ``missed`` has tables of its own.

counts_of (queries.py) tells of the talks of a period how many flows were started, handed in and
dealt with, where people stopped, and what they were asked. Figures leave this room only as
figures.py writes them: so that nobody can be found in them. Must never know: who a resident is,
and what anybody said.
"""
