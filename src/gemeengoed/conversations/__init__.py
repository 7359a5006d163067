# SPDX-License-Identifier: EUPL-1.2
"""The running conversation: the turn as a list of steps, its log, its state as a fold.

Must never know: who handles an effect, screens, staff work.
"""
