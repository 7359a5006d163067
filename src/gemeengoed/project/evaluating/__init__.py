# SPDX-License-Identifier: EUPL-1.2
"""How well questions are understood that no model learned from. Pure: readings in, figures out.

Public: outcomes.outcome, figures.figures, figures.regressions, values.value_figures.
"""
