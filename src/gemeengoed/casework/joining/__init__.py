# SPDX-License-Identifier: EUPL-1.2
"""Who comes along with a move but declares it themselves: asked by a link, their own yes or no.

ask_to_join (operations.py) writes down whom; link_for makes the link that is passed on; confirm
makes a submission of their own, decline tells only that it is no. What was handed in before never
waits for it. Must never know: the talk of the declarer, and why somebody says no.
"""
