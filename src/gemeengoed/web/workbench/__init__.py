# SPDX-License-Identifier: EUPL-1.2
"""Pages for staff: their own interne taken, those of the team, one of them with all that can be
done for it, and the log-in of the demo.

They work without JavaScript and by keyboard alone: links, buttons and forms of the browser.
Must never know: the other doors.
"""
