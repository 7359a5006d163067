# SPDX-License-Identifier: EUPL-1.2
"""Codes of six digits that are sent to somebody and typed over in the browser that asked for one.

``operations`` asks, sends, takes and ends; ``queries`` tells what a browser has open. A code can be
asked for a subject that does not exist: nobody can tell the difference from here.
Must never know: how a code is sent, cookies, what it opens.
"""
