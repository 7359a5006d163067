# SPDX-License-Identifier: EUPL-1.2
"""JSON Schemas of the pack files, for editors. They are what the loader does, written down.

Nobody keeps them by hand: a whole folder of packs is loaded by the ordinary code while it is noted
which keys that code knows and how it reads each value. Public: schemas.schemas.
"""
