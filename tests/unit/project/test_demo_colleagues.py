# SPDX-License-Identifier: EUPL-1.2
"""Who works in the demo: those whom a newcomer needs, called as residents may know them."""

from tests.real_packs import real_packs

from gemeengoed.casework.kinds import KINDS
from gemeengoed.casework.roles import WORKERS
from gemeengoed.casework.submissions.kinds import submission_kind

DEMO = real_packs().editions


def test_somebody_in_waterdam_processes_moves_and_somebody_calls_about_them() -> None:
    colleagues = DEMO["waterdam"].municipality.colleagues
    for team in ("burgerzaken", KINDS["verhuizing_adres"].team):
        fitting = [each for each in colleagues if each.team == team]
        assert any(set(each.roles) & set(WORKERS) for each in fitting), team
        assert any(each.competences.get("verhuizen") for each in fitting), team
    assert submission_kind("verhuizing").who == "het team burgerzaken"


def test_residents_hear_first_names_only() -> None:
    names = [each.name for edition in DEMO.values() for each in edition.municipality.colleagues]
    assert names
    assert [name for name in names if " " in name] == []
