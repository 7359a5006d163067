# SPDX-License-Identifier: EUPL-1.2
"""The packs: load, check, layer base and overlay, compile an Edition, render replies from it.

The way of a text: loading (YAML to shapes, every fault with file and line) → checking and lint
(does it all fit, may it be said so) → layering (a municipality's pins) → compiling (one immutable
Edition per municipality, equal parts shared) → published (what this process says now) → render
(replies of the dialogue to messages, in the municipality's voice).

Public: operations.load and publish; queries; render.render; people.reachability; values (facts in
words); playing (written-down conversations against engine, reader and texts). The formats stand in
docs/packs.md and docs/flows.md.

Must never know: conversations, residents, storage of a talk.
"""
