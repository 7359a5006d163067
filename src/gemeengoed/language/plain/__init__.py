# SPDX-License-Identifier: EUPL-1.2
"""Is a text plain Dutch, about B1? Findings per sentence, each with its reason; never one score.

No machine proves B1. What is looked at is what the guides and the research on readability agree
on: long sentences, rare words, long compounds, the passive, nominal style, official words,
abbreviations, brackets. Public: examining.examine, wording.WordList, findings.
"""
