# SPDX-License-Identifier: EUPL-1.2
"""From a text in the je-form to one in both forms: a proposer that would rather say "unsure".

By rules over words, with a table of verbs; no model. Public: proposing.propose, agreement.misfits.
"""
