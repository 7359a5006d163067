# SPDX-License-Identifier: EUPL-1.2
"""Nothing is kept for ever by accident: each table has a policy, or a reason for having none."""

import importlib
import inspect

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps
from tests.rules.allowing import hold
from tests.rules.source import ROOT, project_files

from gemeengoed.project.retention import POLICIES
from gemeengoed.terms.retention import Retention

PAGE = ROOT / "docs" / "running.md"
OF_NOBODY = "says nothing of a person"
INVENTED = "invented people and places, who play an outside system"
QUEUE = "ids and times only; the worker deletes jobs that succeeded"

WITHOUT_A_POLICY = {
    "accounts.User": "a colleague, for as long as somebody works here; ended by the municipality",
    "auth.Group": OF_NOBODY,
    "auth.Permission": OF_NOBODY,
    "brp.DemoBrp": INVENTED,
    "brp.DemoPerson": INVENTED,
    "adressen.DemoAddress": INVENTED,
    "adressen.DemoRegister": INVENTED,
    "berichten.DemoPostbox": OF_NOBODY,
    "zaken.DemoPart": INVENTED,
    "zaken.DemoZaak": INVENTED,
    "zaken.DemoZaakregister": INVENTED,
    "casework.WorkProfile": "what a colleague can and likes, for as long as somebody works here",
    "content.PackFile": OF_NOBODY,
    "content.PublishedEdition": OF_NOBODY,
    "content.Release": OF_NOBODY,
    "contenttypes.ContentType": OF_NOBODY,
    "digid.OidcBroker": OF_NOBODY,
    "missed.LogRead": OF_NOBODY,
    "municipalities.Membership": "the roles of a colleague, for as long as somebody works here",
    "municipalities.Municipality": OF_NOBODY,
    "procrastinate.ProcrastinateEvent": QUEUE,
    "procrastinate.ProcrastinateJob": QUEUE,
    "procrastinate.ProcrastinatePeriodicDefer": QUEUE,
    "procrastinate.ProcrastinateWorker": QUEUE,
}


def tables() -> list[type[models.Model]]:
    """All there are, those of libraries too; a table that only joins two others is theirs."""
    return [model for model in apps.get_models() if not model._meta.proxy]


def without_a_policy(
    stored: list[type[models.Model]], policies: tuple[Retention, ...]
) -> list[str]:
    covered = {label for policy in policies for label in policy.models}
    return [model._meta.label for model in stored if model._meta.label not in covered]


def test_every_table_has_a_policy_or_a_reason() -> None:
    hold(without_a_policy(tables(), POLICIES), WITHOUT_A_POLICY)


def test_every_policy_is_about_a_table_and_no_two_about_the_same() -> None:
    labels = [label for policy in POLICIES for label in policy.models]
    assert set(labels) <= {model._meta.label for model in tables()}
    assert len(labels) == len(set(labels))


def declaring_rooms() -> list[str]:
    """Not project, which collects them, nor terms, which says what a policy is."""
    paths = [path.parts for path in project_files() if path.name == "retention.py"]
    rooms = {".".join(parts[2:-1]) for parts in paths if parts[:2] == ("src", "gemeengoed")}
    return sorted(rooms - {"project", "terms"})


def declared_in(room: str) -> tuple[Retention, ...]:
    policies: tuple[Retention, ...] = importlib.import_module(
        f"gemeengoed.{room}.retention"
    ).POLICIES
    return policies


def test_what_a_room_declares_is_carried_out() -> None:
    declared = [policy for room in declaring_rooms() for policy in declared_in(room)]
    assert sorted(p.models for p in declared) == sorted(p.models for p in POLICIES)


@pytest.mark.parametrize("room", declaring_rooms())
def test_a_room_carries_out_its_policies_by_an_operation_of_its_own(room: str) -> None:
    modules = {inspect.getmodule(policy.carry_out).__name__ for policy in declared_in(room)}
    own = [name for name in modules if name.startswith(f"gemeengoed.{room}.")]
    assert {name for name in own if name.endswith(".operations")} == modules


@pytest.mark.django_db
@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: ", ".join(policy.models))
def test_every_policy_can_be_carried_out_where_there_is_nothing(policy: Retention) -> None:
    assert policy.carry_out(keep=policy.keep) == 0


def rows_of(page: str) -> list[list[str]]:
    section = page.split("\n## How long things are kept\n")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in row] for row in rows]


def row_for(policy: Retention) -> list[str]:
    names = ", ".join(f"`{label}`" for label in policy.models)
    return [names, policy.then.value, policy.when, policy.why]


def test_the_page_tells_each_policy_as_it_is() -> None:
    assert rows_of(PAGE.read_text(encoding="utf-8")) == [row_for(policy) for policy in POLICIES]


@isolate_apps("gemeengoed.audit")
def test_a_table_without_a_policy_is_found_out() -> None:
    class Loose(models.Model):
        class Meta:
            app_label = "audit"

    assert without_a_policy([Loose], POLICIES) == ["audit.Loose"]
