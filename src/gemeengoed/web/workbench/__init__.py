# SPDX-License-Identifier: EUPL-1.2
"""Pages for staff: a first plain list of interne taken."""
