# SPDX-License-Identifier: EUPL-1.2
"""What a resident can follow of what they handed in: a matter, a submission or an interne_taak.

``queries`` reads matters, by person or by number; ``operations`` asks for a code to see one without
logging in, ``sending`` sends it. Must never know: screens, cookies.
"""
