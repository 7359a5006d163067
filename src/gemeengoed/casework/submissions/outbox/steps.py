# SPDX-License-Identifier: EUPL-1.2
"""The steps from what was handed in to zaak and receipt, in their order.

A step waits for those that it needs; one that fails or is refused holds up only those. So the
receipt goes out while the register is down.
"""

from collections.abc import Callable
from dataclasses import dataclass

from gemeengoed.casework.submissions.outbox.mail_steps import (
    send_closing,
    send_question,
    send_receipt,
    send_withdrawal,
)
from gemeengoed.casework.submissions.outbox.register_steps import (
    add_address,
    add_eigenschappen,
    add_rollen,
    make_zaak,
    set_end_status,
    set_first_status,
    set_resultaat,
)
from gemeengoed.casework.submissions.outbox.work import Work


@dataclass(frozen=True, slots=True)
class Step:
    """run may be done again at any time: it looks first what is there."""

    name: str
    run: Callable[[Work], None]
    needs: tuple[str, ...] = ()


STEPS = (
    # accepted -> in the register
    Step("zaak", make_zaak),
    Step("rollen", add_rollen, needs=("zaak",)),
    Step("eigenschappen", add_eigenschappen, needs=("zaak",)),
    Step("zaakobject", add_address, needs=("zaak",)),
    Step("status", set_first_status, needs=("zaak",)),
    Step("receipt_mail", send_receipt),
    # while it is dealt with
    Step("question_mail", send_question),
    # closed or withdrawn: only a zaak that is complete is closed, as nothing can be added after
    Step(
        "resultaat",
        set_resultaat,
        needs=("rollen", "eigenschappen", "zaakobject", "status", "zaak"),
    ),
    Step("end_status", set_end_status, needs=("resultaat",)),
    Step("closing_mail", send_closing),
    Step("withdrawal_mail", send_withdrawal),
)
