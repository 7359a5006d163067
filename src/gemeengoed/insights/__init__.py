# SPDX-License-Identifier: EUPL-1.2
"""Counting how it goes, per municipality and flow. Reads what others keep and writes nothing.

counts_of (queries.py) tells of the talks of a period how many flows were started, handed in and
dealt with, where people stopped, and what they were asked. Figures leave this room only as
figures.py writes them: so that nobody can be found in them. Must never know: who a resident is,
and what anybody said.
"""
