"""Where lists stand and what their columns are for: each layout on both sides."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from small_overview import THREE, Result, Rows, book_of, found_in, imported

from models.vocabulary import Cluster, Driver

TASKS = ("Firewall beheren", "Printers onderhouden", "Servers onderhouden")


def clusters(result: Result) -> dict[str, Cluster]:
    """The cluster of each task."""
    return {title: task.cluster for title, task in result.tasks.items()}


@pytest.mark.parametrize("column", range(1, 6))
def test_tasks_may_stand_in_any_column(tmp_path: Path, column: int) -> None:
    empty: list[str] = [""] * (column - 1)
    rows = [[*empty, title] for title in ("Taak", *TASKS)]
    assert list(imported(tmp_path, rows).tasks) == list(TASKS)


def test_without_a_header_the_column_that_reads_like_tasks_counts(tmp_path: Path) -> None:
    rows = [
        ("1", "maandag", title, "Lees hierover meer op de pagina van het team, daar staat alles")
        for title in TASKS
    ]
    assert list(imported(tmp_path, rows).tasks) == list(TASKS)


def test_the_title_of_the_sheet_is_no_task(tmp_path: Path) -> None:
    rows: Rows = [("Wat ICT doet bij ons op school",), (), *((title,) for title in TASKS)]
    assert list(imported(tmp_path, rows).tasks) == list(TASKS)


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        (("1", "2", "3"), True),
        (("A1", "A2", "B1"), True),
        ((1, 2, 3), True),
        (("1", "2", "2"), False),
        (("1", None, "3"), False),
        (("GROEP", "2", "3"), False),
    ],
)
def test_numbers_are_kept_when_every_task_has_its_own(
    tmp_path: Path, numbers: Sequence[str | int | None], kept: bool
) -> None:
    result = imported(tmp_path, [("Nr", "Taak"), *zip(numbers, TASKS, strict=True)])
    found = [task.number for task in result.data.tasks]
    assert found == ([str(number) for number in numbers] if kept else ["T01", "T02", "T03"])
    assert result.says("nieuwe nummers") is not kept
    assert ("Nummer in de bron: 1." in result.explanation(TASKS[0])) is (
        not kept and numbers[0] == "1"
    )


def test_numbers_that_became_dates_are_not_kept(tmp_path: Path) -> None:
    def dates(sheet: Worksheet) -> None:
        sheet["A2"] = date(2025, 2, 1)

    result = imported(tmp_path, [("Nr", "Taak"), *zip((1, 2, 3), TASKS, strict=True)], dates)
    assert [task.number for task in result.data.tasks] == ["T01", "T02", "T03"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("Technisch", "Beleid", "Administratie"), ("technical", "policy", "administrative")),
        (("Technisch", None, "Beleid"), ("technical", "technical", "policy")),
        (("Netwerk & toestellen", None, "Papierwerk"), ("technical", "technical",
                                                         "administrative")),
    ],
)  # fmt: skip
def test_a_column_of_clusters(
    tmp_path: Path, words: Sequence[str | None], expected: Sequence[str]
) -> None:
    rows = [("Cluster", "Taak"), *zip(words, TASKS, strict=True)]
    result = imported(tmp_path, rows)
    assert tuple(clusters(result)[title] for title in TASKS) == tuple(map(Cluster, expected))
    assert bool(result.points("Blad!A2")) is (words[0] == "Netwerk & toestellen")


def test_a_merged_cell_names_the_cluster_of_all_its_rows(tmp_path: Path) -> None:
    rows = [("Cluster", "Taak"), ("Beleid", TASKS[0]), (None, TASKS[1]), ("Technisch", TASKS[2])]
    result = imported(tmp_path, rows, lambda sheet: sheet.merge_cells("A2:A3"))
    assert list(clusters(result).values()).count(Cluster.POLICY) == 2


@pytest.mark.parametrize(
    ("name", "cluster", "reported"),
    [
        ("Beleid en visie", Cluster.POLICY, False),
        ("Administratieve taken", Cluster.ADMINISTRATIVE, False),
        ("Leren en lesgeven", Cluster.TECHNICAL, True),
        ("Blad1", Cluster.TECHNICAL, False),
    ],
)
def test_the_name_of_a_sheet_may_name_the_cluster(
    tmp_path: Path, name: str, cluster: Cluster, reported: bool
) -> None:
    rows = [("Taak",), *((title,) for title in TASKS)]
    result = found_in(book_of(tmp_path / "bron.xlsx", {name: rows}))
    assert set(clusters(result).values()) == {cluster}
    assert bool(result.points(name)) is reported


def test_a_title_above_the_list_goes_before_the_name_of_the_sheet(tmp_path: Path) -> None:
    rows: Rows = [("Administratieve taken",), ("Taak",), *((title,) for title in TASKS)]
    result = found_in(book_of(tmp_path / "bron.xlsx", {"Beleid": rows}))
    assert set(clusters(result).values()) == {Cluster.ADMINISTRATIVE}


def test_without_any_title_our_list_gives_the_cluster(tmp_path: Path) -> None:
    rows = [("Taak",), ("Firewall beheren",), ("Iets onbekends",), ("Facturen controleren",)]
    result = imported(tmp_path, rows)
    assert list(clusters(result).values()) == [
        Cluster.TECHNICAL, Cluster.TECHNICAL, Cluster.ADMINISTRATIVE,
    ]  # fmt: skip
    assert result.points("Blad!A2") == []
    assert result.says("Uw overzicht noemt bij 2 taken geen cluster")
    assert result.points("Blad!A3")[0].made.endswith("zoals de taak erboven.")
    first = imported(tmp_path, [("Taak",), ("Iets onbekends",), ("Firewall beheren",)])
    assert first.says("bij gebrek aan beter")


def test_titles_of_the_schools_own_are_named_by_their_tasks(tmp_path: Path) -> None:
    rows: Rows = [
        ("Taak",), ("Blok A",), ("Facturen controleren",), ("Inventaris bijhouden",),
        ("Iets onbekends",), ("Blok B",), ("Firewall beheren",), ("Servers onderhouden",),
    ]  # fmt: skip

    def bold(sheet: Worksheet) -> None:
        sheet["A2"].font = sheet["A6"].font = Font(bold=True)

    result = imported(tmp_path, rows, bold)
    assert result.tasks["Iets onbekends"].cluster is Cluster.ADMINISTRATIVE
    assert result.tasks["Firewall beheren"].cluster is Cluster.TECHNICAL
    assert [row.kind for row in result.points("Blad!A2")] == ["cluster"]


def test_crosses_may_give_the_cluster(tmp_path: Path) -> None:
    rows = [
        ("Taak", "Technisch", "Ped.", "Administratie"), (TASKS[0], "x", None, None),
        (TASKS[1], None, "x", None), (TASKS[2], None, None, "x"),
    ]  # fmt: skip
    result = imported(tmp_path, rows)
    assert [clusters(result)[title] for title in TASKS] == [
        Cluster.TECHNICAL, Cluster.PEDAGOGICAL, Cluster.ADMINISTRATIVE,
    ]  # fmt: skip
    assert result.names == []
    one = imported(tmp_path, [("Taak", "Administratie", "Wout"), (TASKS[0], "x", "x")])
    assert sorted(one.names) == ["Administratie", "Wout"]


@pytest.mark.parametrize(
    ("header", "value", "hours"),
    [
        ("Uren/jaar", 12, 12),
        ("Uren per week", 2, 74),
        ("Uren/jaar", "veel", None),
        ("Uren", 5, None),
    ],
)
def test_hours_of_the_overview(
    tmp_path: Path, header: str, value: str | int, hours: int | None
) -> None:
    result = imported(tmp_path, [("Taak", header), (TASKS[0], value), (TASKS[1], 3), (TASKS[2], 4)])
    task = result.tasks[TASKS[0]]
    assert task.fixed_hours == (20 if hours is None else hours)
    if hours is not None:
        assert task.unit_hours == 0
        assert task.driver is Driver.NONE
        assert "Uren uit uw overzicht" in result.explanation(TASKS[0])
    where = "Blad!B1" if header == "Uren" else "Blad!B2"
    assert bool(result.points(where)) is (hours is None)


def test_other_columns_are_kept_beside_the_task(tmp_path: Path) -> None:
    rows = [("Taak", "Opmerkingen", "Kleur", None), (TASKS[0], "dringend", "blauw", "los")]
    result = imported(tmp_path, rows)
    text = result.explanation(TASKS[0])
    assert text.startswith("Opmerkingen: dringend. Kleur: blauw. los. ")
    assert text.endswith("Bron: Blad!A2.")
    assert [bool(result.points(f"Blad!{cell}")) for cell in ("B1", "C1", "D1")] == [
        False, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize("state", ["hidden", "veryHidden", "visible"])
def test_hidden_sheets_are_reported_and_not_read(
    tmp_path: Path, state: Literal["hidden", "veryHidden", "visible"]
) -> None:
    path = book_of(tmp_path / "bron.xlsx", {"Taken": THREE, "Oud": [("Taak",), ("Fax beheren",)]})
    book = load_workbook(path)
    book["Oud"].sheet_state = state
    book.save(path)
    result = found_in(path)
    assert ("Fax beheren" in result.tasks) is (state == "visible")
    assert bool(result.points("Oud")) is (state != "visible")


def test_sheets_without_tasks_are_reported(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Taken": THREE,
        "Telefoons": [("Naam", "Telefoon"), ("Wout", "050 00 00 00"), ("Lien", "050 00 00 01")],
        "Leeg": [],
    }
    result = found_in(book_of(tmp_path / "bron.xlsx", sheets))
    assert len(result.tasks) == 3
    assert [row.kind for row in result.points("Telefoons")] == ["blad"]
    assert result.points("Leeg") == []


def test_lists_side_by_side_keep_their_own_people(tmp_path: Path) -> None:
    rows = [
        ("Technisch", "Wie", "Beleid", "Wie"), (TASKS[0], "Wout", "Meerjarenplan", "Lien"),
        (TASKS[1], "Wout", "Visietekst", "Lien"), (TASKS[2], "Wout", None, None),
    ]  # fmt: skip
    result = imported(tmp_path, rows)
    assert {(title, who) for title, who, _ in result.crosses()} == {
        *((title, "Wout") for title in TASKS), ("Meerjarenplan", "Lien"), ("Visietekst", "Lien"),
    }  # fmt: skip
    assert clusters(result)["Visietekst"] is Cluster.POLICY


def test_cells_without_a_usable_value_do_no_harm(tmp_path: Path) -> None:
    def formulas(sheet: Worksheet) -> None:
        sheet["B3"], sheet["B4"], sheet["C3"] = "=1/0", "=A1", "#N/A"

    rows = [(*row, "") for row in THREE]
    assert sorted(imported(tmp_path, rows, formulas).tasks) == sorted(TASKS)


def test_titles_may_stand_in_the_header_that_comes_back(tmp_path: Path) -> None:
    rows: Rows = [
        ("Technisch", None, "L.L.", "F.W."), (1, TASKS[0], "x", None), (2, TASKS[1], "x", None),
        ("Beleid", None, "L.L.", "F.W."), (1, "Meerjarenplan", None, "x"),
        ("Administratie", None, "L.L.", "F.W."), (1, "Facturen", None, "x"),
    ]  # fmt: skip
    result = imported(tmp_path, rows)
    assert result.names == ["L.L.", "F.W."]
    assert clusters(result) == {
        TASKS[0]: Cluster.TECHNICAL, TASKS[1]: Cluster.TECHNICAL,
        "Meerjarenplan": Cluster.POLICY, "Facturen": Cluster.ADMINISTRATIVE,
    }  # fmt: skip
