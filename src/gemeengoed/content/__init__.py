# SPDX-License-Identifier: EUPL-1.2
"""The packs: load, check, layer base and overlay, compile an Edition, render replies from it.

Must never know: conversations, residents, storage of a talk.
"""
