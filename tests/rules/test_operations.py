# SPDX-License-Identifier: EUPL-1.2
"""All writes stand in operations.py, are called by name, and leave an audit record."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from tests.rules.allowing import hold
from tests.rules.source import (
    Function,
    Module,
    calls_in,
    functions,
    public_functions,
    written_modules,
)

from gemeengoed.accounts.operations import save_account
from gemeengoed.audit.models import AuditRecord
from gemeengoed.casework import operations as casework
from gemeengoed.casework import operations_history
from gemeengoed.casework.models import InterneTaak
from gemeengoed.municipalities.models import Municipality
from gemeengoed.municipalities.operations import save_membership, save_municipality

LOG = "the conversation's own log is its audit: append-only, with who and when"
SWEEP = "carries out what others asked and recorded; the conversation's log tells"
CHECK = "writes nothing: says whether a token opens a row that was read"
FILES = "writes nothing: reads packs from files into this process"

WITHOUT_A_RECORD = {
    "access.log_ins.operations.use_session": "keeps alive: its begin and its end are recorded",
    "access.operations.take": "a limit is nobody's affair, and a flood must not fill the audit",
    "audit.operations.record": "is the record itself",
    "casework.following.operations.ask_code": "access.codes records it, in the same transaction",
    "casework.submissions.outbox.operations.mark_tried": "nothing changed; tries are counted",
    "casework.submissions.outbox.operations.queue_steps": "the change that they follow from is",
    "insights.missed.operations.gather": "copies what the log tells already, without who asked",
    "content.operations.publish": FILES,
    "conversations.operations.answer_waiting": LOG,
    "conversations.operations.erase_conversation": LOG,
    "conversations.operations.erase_old": LOG,
    "conversations.operations.finish_waiting": SWEEP,
    "conversations.operations.open_conversation": LOG,
    "conversations.operations.opened_by": CHECK,
    "conversations.operations.post_message": LOG,
    "conversations.operations.resume_conversation": "access.use_link records it, in the same call",
    "conversations.operations.store_answer": LOG,
    "conversations.operations.store_message": LOG,
    "conversations.operations.tell_log_in": LOG,
    "conversations.operations_files.post_file": LOG,
    "conversations.operations_files.scan_what_waits": SWEEP,
    "conversations.operations_notices.tell_resident": LOG,
}
POSITIONAL = {
    "conversations.operations.opened_by": CHECK,
    "content.operations.publish": "one argument, the folder; it writes nothing",
}
WRITES_ELSEWHERE = {
    "files.storage": "the place of the bytes behind a port; only operations.py calls its writes",
    "conversations.writing": "the two writes of a turn as SQL; only operations.py calls it",
    "project.bench.commit_rate": "measures the database with a table of its own",
}
WRITING = {"create", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}


def operations() -> Iterator[Module]:
    """operations.py of each room, and where one is split by subject ``operations_<subject>.py``."""
    return (m for m in written_modules() if is_operations(m.name))


def is_operations(name: str) -> bool:
    file = name.rsplit(".", 1)[-1]
    return file == "operations" or file.startswith("operations_")


def operations_beside(module: Module) -> list[Module]:
    """The module, and the other files of operations in the same folder."""
    folder = module.name.rpartition(".")[0]
    return [module, *(each for each in operations() if each.name.rpartition(".")[0] == folder)]


def records(function: Function, module: Module) -> bool:
    """Whether it calls ``record``, itself or through the operations of its room."""
    beside = reversed(operations_beside(module))  # the own functions of the module go first
    own = {n.name: n for each in beside for n in each.tree.body if isinstance(n, Function)}
    seen: set[str] = set()
    ahead = [function]
    while ahead:
        called = calls_in(ahead.pop())
        if "record" in called:
            return True
        new = (called & set(own)) - seen
        seen |= new
        ahead += [own[name] for name in new]
    return False


SQL_THAT_WRITES = re.compile(r"\b(INSERT INTO|UPDATE \w+\s+(AS \w+\s+)?SET|DELETE FROM)\b")


def writes(tree: ast.AST) -> Iterator[int]:
    """The lines where ``x.objects…`` is written to, a row is saved or deleted, or SQL writes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and SQL_THAT_WRITES.search(str(node.value)):
            yield node.lineno
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        chain = ast.unparse(node.func.value)
        name = node.func.attr
        if ".objects" in chain and name in WRITING | {"update", "delete"}:
            yield node.lineno
        if name in ("save", "delete") and not node.args and ".objects" not in chain:
            yield node.lineno


def test_every_operation_leaves_an_audit_record() -> None:
    silent = [
        f"{module.name}.{function.name}"
        for module in operations()
        for function in public_functions(module)
        if not records(function, module)
    ]
    hold(silent, WITHOUT_A_RECORD)


def test_every_operation_is_called_by_the_names_of_its_arguments() -> None:
    positional = [
        f"{module.name}.{function.name}"
        for module in operations()
        for function in public_functions(module)
        if function.args.posonlyargs or function.args.args or function.args.vararg
    ]
    hold(positional, POSITIONAL)


def test_only_operations_write_to_the_database() -> None:
    elsewhere = {
        module.name
        for module in written_modules()
        if module not in list(operations()) and any(writes(module.tree))
    }
    hold(elsewhere, WRITES_ELSEWHERE)


def _module(source: str) -> Module:
    any_module = next(operations())
    return Module("example.operations", any_module.path, ast.parse(source))


def _first(module: Module) -> Function:
    return next(functions(module.tree))


def test_an_operation_that_records_by_way_of_another_is_seen() -> None:
    module = _module("def a():\n    b()\ndef b():\n    record(action='x')\n")
    assert records(_first(module), module)


def test_operations_that_are_split_by_subject_are_seen() -> None:
    assert is_operations("casework.operations")
    assert is_operations("casework.operations_assigning")
    assert not is_operations("casework.operational")


def test_an_operation_that_records_nothing_is_found_out() -> None:
    module = _module("def a():\n    b()\ndef b():\n    a()\n")
    assert not records(_first(module), module)


@pytest.mark.parametrize(
    "source",
    [
        "Row.objects.create(a=1)",
        "Row.objects.filter(a=1).update(a=2)",
        "row.save()",
        'run("INSERT INTO row VALUES (1)")',
        'run("UPDATE row AS r SET a = 1")',
    ],
)
def test_a_write_is_seen(source: str) -> None:
    assert list(writes(ast.parse(source))) == [1]


# What the trees cannot prove: that the record stands in the same transaction as the change.

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def town(db: None) -> Municipality:
    return save_municipality(slug="ergens", name="Ergens", form="u", allowed_origins=[], actor="t")


def opened(town: Municipality, key: str = "k") -> InterneTaak:
    return casework.open_interne_taak(
        municipality=town,
        kind="terugbelverzoek",
        topic="gesprek-medewerker",
        term_days=2,
        answers={},
        display={},
        origin_key=key,
        conversation_id=uuid4(),
        now=NOW,
    )


def actions() -> list[str]:
    return list(AuditRecord.objects.order_by("pk").values_list("action", flat=True))


def test_opening_and_finishing_an_interne_taak_are_recorded_once_each(town: Municipality) -> None:
    taak = opened(town)
    opened(town)
    by = save_account(username="a", display_name="A", actor="t")
    save_membership(municipality=town, user=by, roles=["medewerker"], mandates=[], actor="t")
    casework.finish(taak=taak, by=by, result="ingetrokken", note="Gebeld", now=NOW)
    assert actions() == [
        "municipality.saved",
        "interne_taak.opened",
        "account.saved",
        "membership.saved",
        "interne_taak.finished",
    ]


def test_a_change_without_its_record_does_not_happen(
    town: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(**_: Any) -> None:
        raise OSError

    monkeypatch.setattr(operations_history, "record", full_disk)
    with pytest.raises(OSError):  # noqa: PT011 (any: raised just above)
        opened(town)
    assert not InterneTaak.objects.exists()
