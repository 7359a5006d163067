# SPDX-License-Identifier: EUPL-1.2
"""Before a procedure may judge anybody: does each case get one answer, can each row ever count?

Exact over everything that is compared with a fixed value. What the rules leave open, namely how
two facts that are compared with each other hang together, and what a derived fact can be, is taken
as if it were independent: so a row that is called unreachable is so for certain, while a gap or an
overlap is told as a fault only with facts on which it was seen to happen. Where no such facts are
found it is a notice.
Public: check.check.
"""
