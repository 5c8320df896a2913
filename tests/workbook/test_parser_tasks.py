"""The task list: clusters, purple and struck-out rows, and every field."""

from decimal import Decimal
from pathlib import Path

import pytest
from easy_books import Rows, found, minimal, parse, read
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color

from models.issues import Issue, Severity
from models.problem import ProblemData
from models.vocabulary import (
    Applies,
    Cluster,
    Driver,
    OnSite,
    Priority,
    Rhythm,
    Role,
    TaskLevel,
)
from optimizer.workbook.read.headers import locate
from optimizer.workbook.read.parse_tasks import named_cluster, task_rows
from optimizer.workbook.template.input_sheets import TASKS


def tasks(folder: Path, rows: Rows, **fills: PatternFill) -> tuple[ProblemData, tuple[Issue, ...]]:
    def style(workbook: Workbook) -> None:
        for coordinate, fill in fills.items():
            workbook["Taken"][coordinate].fill = fill

    return parse(folder, {**minimal(), "Taken": rows}, style)


def test_every_field_of_a_task(tmp_path: Path) -> None:
    header = [
        "nr", "cluster", "taak", "kerntaak", "van toepassing", "niveau", "prioriteit",
        "uren vast", "uren per eenheid", "eenheid", "minimum %", "competenties", "wie",
        "max uitvoerders", "back-up nodig", "uitbesteden %", "tarief (€/h)", "ter plaatse", "ritme",
        "piek",
    ]  # fmt: skip
    row = [
        1, "Beleid & visie", "Beleidsplan\nschrijven", "ja", "later", "keuze", "Verplicht",
        "12,5", 2, "10 leerkrachten", 80, "overzicht:3", "directie; PICT",
        2, "ja", 50, 65, "deels", "Ad hoc", "start+einde",
    ]  # fmt: skip
    data, issues = tasks(tmp_path, [list(header), list(row)])
    assert issues == ()
    (task,) = data.tasks
    assert (task.number, task.cluster, task.title) == ("1", Cluster.POLICY, "Beleidsplan schrijven")
    assert (task.core, task.applies, task.level) == (True, Applies.LATER, TaskLevel.CHOICE)
    assert (task.priority, task.driver) == (Priority.MANDATORY, Driver.TEACHERS)
    assert (task.fixed_hours, task.unit_hours, task.minimum_pct) == (
        Decimal("12.5"),
        Decimal(2),
        Decimal(80),
    )
    assert task.required == {"overzicht": 3}
    assert task.roles == {Role.DIRECTOR, Role.PEDAGOGICAL_COORDINATOR}
    assert (task.max_persons, task.needs_backup) == (2, True)
    assert (task.outsource_pct, task.rate) == (Decimal(50), Decimal(65))
    assert (task.on_site, task.rhythm) == (OnSite.PARTLY, Rhythm.AD_HOC)
    assert task.peak == "start+einde"


def test_defaults_of_a_task(tmp_path: Path) -> None:
    data, _ = tasks(tmp_path, [["nr", "cluster", "taak"], ["T1", "technisch", "Netwerk"]])
    (task,) = data.tasks
    assert (task.core, task.priority, task.applies) == (False, Priority.DESIRED, Applies.YES)
    assert (task.minimum_pct, task.max_persons, task.rate) == (None, None, None)
    assert (task.required, task.roles) == ({}, frozenset())


def test_core_tasks_are_essential_unless_told(tmp_path: Path) -> None:
    header: list[object] = ["nr", "cluster", "taak", "kerntaak", "prioriteit"]
    rows: Rows = [header, ["T1", "technisch", "a", "ja"], ["T2", "technisch", "b", "ja", "gewenst"]]
    data, _ = tasks(tmp_path, rows)
    assert [task.priority for task in data.tasks] == [Priority.ESSENTIAL, Priority.DESIRED]


PURPLE = PatternFill("solid", fgColor=Color(theme=7, tint=0.4))
GREEN = PatternFill("solid", fgColor="FF00B050")


def test_purple_cell_means_core_when_the_column_says_nothing(tmp_path: Path) -> None:
    rows: Rows = [["nr", "cluster", "taak", "kerntaak"]]
    for number, core in enumerate([None, None, "nee", None]):
        rows.append([number, "technisch", "taak", core])
    striped = PatternFill("lightUp", fgColor="FF7030A0")
    data, issues = tasks(tmp_path, rows, C2=PURPLE, C3=GREEN, C4=PURPLE, C5=striped)
    assert issues == ()
    assert [task.core for task in data.tasks] == [True, False, False, False]


def test_purple_cell_without_core_column(tmp_path: Path) -> None:
    rows: Rows = [["nr", "cluster", "taak"], ["T1", "technisch", "a"], ["T2", "technisch", "b"]]
    data, _ = tasks(tmp_path, rows, C2=PatternFill("solid", fgColor="FF7030A0"))
    assert [task.core for task in data.tasks] == [True, False]


def test_cluster_titles_hold_for_the_rows_below(tmp_path: Path) -> None:
    rows: Rows = [
        ["nr", "taak", "uren vast", "cluster"],
        [None, "1. TECHNISCHE TAKEN", None, None],
        ["T1", "a", 4, None],
        [None, None, None, None],
        ["Beleid en visie", None, None, None],
        ["T2", "b", 4, None],
        ["T3", "c", 4, "administratief"],
        [None, None, "Pedagogisch-didactisch", None],
        ["T4", "d", 4, None],
    ]
    data, issues = tasks(tmp_path, rows)
    assert issues == ()
    assert [task.cluster for task in data.tasks] == [
        Cluster.TECHNICAL, Cluster.POLICY, Cluster.ADMINISTRATIVE, Cluster.PEDAGOGICAL,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "cluster"),
    [
        ("CLUSTER 2: Pedagogisch-didactische taken", Cluster.PEDAGOGICAL),
        ("Administratieve opdrachten", Cluster.ADMINISTRATIVE),
        ("Administratief", Cluster.ADMINISTRATIVE),
        ("technisch en administratief", None),
        ("allerlei", None),
    ],
)
def test_which_cluster_a_title_names(text: str, cluster: Cluster | None) -> None:
    assert named_cluster(text) is cluster


def test_merged_cluster_cell_holds_for_all_its_rows(tmp_path: Path) -> None:
    rows: Rows = [["nr", "cluster", "taak"], ["T1", "technisch", "a"], ["T2", None, "b"]]

    def merge(workbook: Workbook) -> None:
        workbook["Taken"].merge_cells("B2:B3")

    data, issues = parse(tmp_path, {**minimal(), "Taken": rows}, merge)
    assert issues == ()
    assert [task.cluster for task in data.tasks] == [Cluster.TECHNICAL] * 2


def test_task_without_any_cluster_is_an_error(tmp_path: Path) -> None:
    _, issues = tasks(tmp_path, [["nr", "cluster", "taak"], ["T1", None, "a"]])
    assert found(issues) == [("no-cluster", "Taken!A2")]


def test_rows_without_number(tmp_path: Path) -> None:
    rows: Rows = [
        ["nr", "cluster", "taak", "uren vast"],
        [None, None, "Enkele ideeën", None],
        [None, "technisch", "Vergeten nummer", 4],
        [None, None, "Totaal", 4],
        ["Totaal", None, None, 4],
        ["T1", "technisch", "a", 4],
    ]
    data, issues = tasks(tmp_path, rows)
    assert found(issues) == [("row-without-number", "Taken!C2"), ("missing-key", "Taken!A3")]
    assert [task.number for task in data.tasks] == ["T1"]


@pytest.mark.parametrize("coordinate", ["A2", "C2"])
def test_struck_out_rows_are_skipped(tmp_path: Path, coordinate: str) -> None:
    def strike(workbook: Workbook) -> None:
        workbook["Taken"][coordinate].font = Font(strike=True)
        workbook["Taken"].row_dimensions[3].hidden = True

    rows: Rows = [["nr", "cluster", "taak"], ["T1", "technisch", "a"], ["T2", "technisch", "b"]]
    data, issues = parse(tmp_path, {**minimal(), "Taken": rows}, strike)
    assert issues == ()
    assert [task.number for task in data.tasks] == ["T2"]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("niveau", "land", "unknown-choice"),
        ("eenheid", "100 bomen", "unknown-choice"),
        ("competenties", "netwerk", "not-a-competence"),
        ("wie", "TICT; tovenaar", "unknown-choice"),
        ("max uitvoerders", 1.5, "not-whole"),
        ("uren vast", "tien", "not-a-number"),
        ("cluster", "muziek", "unknown-choice"),
    ],
)
def test_wrong_cells_of_a_task(tmp_path: Path, column: str, value: object, code: str) -> None:
    titles: Rows = [["nr", "taak", column], [None, "technisch", None], ["T1", "a", value]]
    _, issues = tasks(tmp_path, titles)
    assert found(issues) == [(code, "Taken!C3")]


def test_duplicate_numbers_and_rows_for_writing(tmp_path: Path) -> None:
    rows: Rows = [
        ["Onze taken", None, None],
        ["nr", "cluster", "taak"],
        [1.0, "technisch", "a"],
        ["t2", "technisch", "b"],
        ["1", "technisch", "weer a"],
    ]
    data, issues = tasks(tmp_path, rows)
    assert issues == ()
    assert [task.number for task in data.tasks] == ["1", "t2"]
    assert [(code, str(where)) for _, code, where in data.duplicates] == [("1", "Taken!A5")]
    located = locate(read(tmp_path, {"Taken": rows}), TASKS)
    assert located is not None
    assert task_rows(located) == {"1": 3, "t2": 4}


def test_daily_work_is_essential_unless_the_row_says_otherwise(tmp_path: Path) -> None:
    rows: Rows = [
        ["nr", "cluster", "taak", "prioriteit", "ritme"],
        ["T1", "technisch", "Helpdesk", None, "dagelijks"],
        ["T2", "technisch", "Patches", None, "wekelijks"],
        ["T3", "technisch", "Klasstoringen", "optioneel", "dagelijks"],
        ["T4", "technisch", "Printers", None, None],
    ]
    data, issues = tasks(tmp_path, rows)
    assert issues == ()
    assert [task.rhythm for task in data.tasks] == [Rhythm.DAILY, Rhythm.WEEKLY, Rhythm.DAILY, None]
    assert [task.priority for task in data.tasks] == [
        Priority.ESSENTIAL, Priority.DESIRED, Priority.OPTIONAL, Priority.DESIRED,
    ]  # fmt: skip


def test_another_word_for_the_rhythm_only_warns(tmp_path: Path) -> None:
    rows: Rows = [
        ["nr", "cluster", "taak", "frequentie"],
        ["T1", "technisch", "Helpdesk", "continu"],
    ]
    data, issues = tasks(tmp_path, rows)
    assert data.tasks[0].rhythm is None
    (issue,) = issues
    assert (issue.code, issue.severity) == ("unknown-word", Severity.WARNING)
