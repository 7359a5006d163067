# SPDX-License-Identifier: EUPL-1.2
"""Rules as tables: what comes of these facts, why, what is still unknown, what would change it.

Pure: facts, the date of judgement and the tables are passed in. Three-valued throughout: a fact
that is not known gives an outcome as soon as it cannot change it any more.
Public: procedure.Procedure and its parts, evaluating.evaluate, asking.open_questions,
explaining.explain, receipt.receipt_of, receipt.replay, checking.check.check,
reading.read_facts; dmn: decision tables of the standard, in and out.
Must never know: where tables come from (content compiles them), texts, conversations, registers.
"""
