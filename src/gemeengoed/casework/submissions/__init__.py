# SPDX-License-Identifier: EUPL-1.2
"""What a resident handed in, and its way into the zaakregister.

hand_in (operations.py) stores it in one transaction and waits for nobody; outbox/ brings it to the
register and the receipt to the resident, step by step, each exactly once, whatever fails. Reads in
queries.py. Must never know: screens, and a BSN for longer than the step that sends it.
"""
