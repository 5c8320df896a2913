"""Invented overviews of very different layouts: what they hold is found, the rest is reported."""

from pathlib import Path

import pytest
from overview_truth import PEOPLE, TRUTHS
from overviews import COMMENT, COMMENTED, HIDDEN, OVERVIEWS, STRUCK
from small_overview import Result, found_in, import_file

from models.issues import Severity
from models.vocabulary import Applies, PlanRole
from optimizer.flows.checking import check_workbook

REQUIRED = {
    "nobody-has-hours",
    "nobody-has-levels",
    "no-competent-person",
    "count-not-filled-in",
    "no-persons",
}
"""What only the user knows."""
LEAST_RIGHT = 0.95


@pytest.fixture(scope="module", params=OVERVIEWS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def source(name: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return OVERVIEWS[name](tmp_path_factory.mktemp("overzicht") / "bron.xlsx")


@pytest.fixture(scope="module")
def result(source: Path) -> Result:
    before = source.read_bytes()
    found = import_file(source)
    assert source.read_bytes() == before
    return found


def test_every_task_and_nothing_else_is_taken_over(result: Result) -> None:
    assert sorted(result.tasks) == sorted(truth.title for truth in TRUTHS)


def test_clusters_and_core_flags_are_right_or_reported(result: Result) -> None:
    wrong = [
        truth
        for truth in TRUTHS
        if (result.tasks[truth.title].cluster, result.tasks[truth.title].core)
        != (truth.cluster, truth.core)
    ]
    reported = {row.found for row in result.review}
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(TRUTHS)
    assert all(truth.title in reported for truth in wrong)


def test_people_and_their_crosses_become_the_plan_of_last_year(name: str, result: Result) -> None:
    if name == "side by side":
        assert (result.names, result.crosses()) == ([], set())
        return
    expected = {(t.title, PEOPLE[initial]) for t in TRUTHS for initial in t.who}
    columns = dict(zip(("kolom B", "kolom C", "kolom D", "kolom E"), PEOPLE.values(), strict=True))
    found = {
        (title, columns.get(who, who))
        for title, who, role in result.crosses()
        if role != PlanRole.BACKUP and who != "firma"
    }
    assert found == expected
    assert sorted(columns.get(each, each) for each in result.names) == sorted(PEOPLE.values())


def test_only_what_the_user_knows_is_still_asked(result: Result, source: Path) -> None:
    checked = check_workbook(source.with_name("bron_uit.xlsx"))
    errors = {each.code for each in checked.issues if each.severity is Severity.ERROR}
    assert {each.code for each in checked.issues} <= REQUIRED
    assert errors in ({"nobody-has-hours"}, {"no-persons"})
    assert all(each.where for each in checked.issues if each.code != "no-persons")


def test_the_bands_keep_what_stood_beside_the_tasks(tmp_path: Path) -> None:
    result = found_in(OVERVIEWS["bands"](tmp_path / "bron.xlsx"))
    assert result.tasks[STRUCK].applies is Applies.NO
    assert result.tasks[HIDDEN].applies is Applies.YES
    assert (STRUCK, "firma", PlanRole.OUTSOURCED) in result.crosses()
    assert result.tasks[TRUTHS[0].title].number == "A1"
    reported = {row.found for row in result.review}
    assert {STRUCK, HIDDEN, "Legende", "kerntaak", "x = werkt mee", "Totaal"} <= reported
    assert result.explanation(COMMENTED).startswith(f"{COMMENT}.")


def test_the_table_gives_roles_and_hours(tmp_path: Path) -> None:
    result = found_in(OVERVIEWS["table"](tmp_path / "bron.xlsx"))
    backups = {(title, who) for title, who, role in result.crosses() if role == PlanRole.BACKUP}
    assert (TRUTHS[3].title, "Greet van den Hazelaar") in backups
    assert (TRUTHS[4].title, "Wout Berkenbos", PlanRole.LEAD) in result.crosses()
    assert (TRUTHS[4].title, "Lien Lindenhof", PlanRole.HELPER) in result.crosses()
    assert [result.tasks[truth.title].fixed_hours for truth in TRUTHS[:3]] == [10, 11, 12]
    assert result.says("Gelezen als Greet van den Hazelaar.")
