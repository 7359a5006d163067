# SPDX-License-Identifier: EUPL-1.2
"""From what was handed in to one zaak with all its rollen and one receipt, whatever fails.

steps.py is the list; register_steps.py and mail_steps.py are the steps, each of which looks first
what is there already; running.py goes through them; operations.py notes what was done.
"""
