# SPDX-License-Identifier: EUPL-1.2
"""The doors: frame (below the doors), api, resident, workbench.

Must never know: project.
"""
