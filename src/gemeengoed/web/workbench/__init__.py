# SPDX-License-Identifier: EUPL-1.2
"""Pages for staff: a first plain list of interne taken, one of them, and the log-in of the demo.

They work without JavaScript and by keyboard alone: links, buttons and forms of the browser.
Must never know: the other doors.
"""
