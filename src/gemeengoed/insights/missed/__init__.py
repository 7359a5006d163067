# SPDX-License-Identifier: EUPL-1.2
"""What the assistant missed: questions it did not understand, or whose answer was no help.

gather (operations.py) reads them from the log, without who asked; an editor labels each with the
topic it belongs to; exporting.py writes what was labelled as questions for the base to learn from.
Must never know: who a resident is, what was said in a flow, after logging in or in danger.
"""
