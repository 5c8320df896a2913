"""Which rows are tasks, which are titles, headings, totals or legends: each on both sides."""

from pathlib import Path

import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from small_overview import HEADER, THREE, Rows, Style, imported

from models.vocabulary import Applies, Cluster

PLAIN = ["Firewall beheren", "Printers onderhouden", "Servers onderhouden"]


def bold(*cells: str) -> Style:
    """Make cells bold."""

    def style(sheet: Worksheet) -> None:
        for cell in cells:
            sheet[cell].font = Font(bold=True)

    return style


def with_row(*row: str | int | None) -> Rows:
    """The plain overview with a row at the end."""
    return [*THREE, row]


def test_an_overview_without_quirks(tmp_path: Path) -> None:
    result = imported(tmp_path, THREE)
    assert list(result.tasks) == PLAIN
    assert {task.cluster for task in result.data.tasks} == {Cluster.TECHNICAL}
    assert {row.kind for row in result.review} == {"aanvullen", "kerntaak", "wie"}


@pytest.mark.parametrize(
    ("title", "cluster"),
    [
        ("Beleid & visie", Cluster.POLICY),
        ("BELEID EN VISIE", Cluster.POLICY),
        ("2. Pedagogisch-didactische taken", Cluster.PEDAGOGICAL),
        ("C) Administratie", Cluster.ADMINISTRATIVE),
        ("Cluster: administratieve taken (overige)", Cluster.ADMINISTRATIVE),
        ("ICT-beleid mee vormgeven", None),
        ("Pedagogische visie op ICT uitschrijven", None),
        ("Administratie- en leerlingvolgpakket ondersteunen", None),
    ],
)
def test_titles_name_a_cluster_and_tasks_do_not(
    tmp_path: Path, title: str, cluster: Cluster | None
) -> None:
    rows = [*THREE, (title, None if cluster else "Lien"), ("Iets helemaal anders doen", "Wout")]
    result = imported(tmp_path, rows)
    assert (title in result.tasks) is (cluster is None)
    task = result.tasks["Iets helemaal anders doen"]
    assert task.cluster is (cluster or Cluster.TECHNICAL)


@pytest.mark.parametrize(
    ("row", "style", "is_task"),
    [
        (("Varia",), bold("A6"), False),
        (("Varia",), None, False),
        (("Varia", "Wout"), bold("A6"), True),
        (("Varia en al wat overblijft",), bold("A6"), True),
        (("VARIA",), None, False),
        (("VARIA", "Wout"), None, True),
        (("Varia:",), None, False),
        (("Licenties",), bold("A6"), True),
        (("Varia",), lambda sheet: sheet.merge_cells("A6:B6"), False),
    ],
)
def test_headings_look_different_and_stand_alone(
    tmp_path: Path, row: tuple[str, ...], style: Style | None, is_task: bool
) -> None:
    result = imported(tmp_path, [*THREE, row, ("Klassenbibliotheek", "Lien")], style)
    assert (row[0] in result.tasks) is is_task
    assert bool([p for p in result.points("Blad!A6") if p.kind == "overgeslagen"]) is not is_task


def test_a_heading_is_kept_beside_the_tasks_below_it(tmp_path: Path) -> None:
    rows = [*THREE, ("Projecten:",), ("Klassenbibliotheek", "Lien")]
    result = imported(tmp_path, rows)
    assert result.explanation("Klassenbibliotheek").startswith("Projecten. ")
    assert "Projecten" not in result.explanation("Servers onderhouden")


@pytest.mark.parametrize(
    ("row", "is_task"),
    [
        (("Totaal", None), False),
        (("Totaal", 12), False),
        (("Subtotaal technisch", None), False),
        (("Aantal", 12), False),
        (("Aantal toestellen bijhouden", "Lien"), True),
        (("Legende",), False),
        (("x = uitvoerder",), False),
        (("Kerntaak",), False),
        (("Versie 3, september 2025",), False),
        (("Versiebeheer van software", "Lien"), True),
        (("Opgemaakt door: het ICT-team",), False),
        (("Datum en uur van klokken juist zetten", "Wout"), True),
        (("Deze lijst wordt elk jaar in juni samen herzien.",), False),
        (("Deze lijst elk jaar in juni samen herzien.", "Wout"), True),
    ],
)
def test_totals_legends_and_remarks_are_no_tasks(
    tmp_path: Path, row: tuple[str | int | None, ...], is_task: bool
) -> None:
    result = imported(tmp_path, with_row(*row))
    assert (row[0] in result.tasks) is is_task
    assert bool([p for p in result.points("Blad!A6") if p.kind == "overgeslagen"]) is not is_task


def test_what_follows_a_legend_belongs_to_it_until_the_next_title(tmp_path: Path) -> None:
    rows = [*THREE, (), ("Legende",), ("groen", "loopt"), ("Beleid",), ("Meerjarenplan", "Lien")]
    result = imported(tmp_path, [row if row != ("groen", "loopt") else ("groen",) for row in rows])
    assert sorted(result.tasks) == sorted([*PLAIN, "Meerjarenplan"])


def test_a_header_that_comes_back_is_no_task(tmp_path: Path) -> None:
    result = imported(tmp_path, [*THREE, HEADER, ("Klassenbibliotheek", "Lien")])
    assert sorted(result.tasks) == sorted([*PLAIN, "Klassenbibliotheek"])
    assert result.points("Blad!A6") == []


@pytest.mark.parametrize(("struck", "applies"), [(True, Applies.NO), (False, Applies.YES)])
def test_struck_tasks_do_not_apply(tmp_path: Path, struck: bool, applies: Applies) -> None:
    def style(sheet: Worksheet) -> None:
        sheet["A4"].font = Font(strike=struck)

    result = imported(tmp_path, THREE, style)
    assert result.tasks["Printers onderhouden"].applies is applies
    assert bool(result.points("Blad!A4")) is struck
    assert result.says("Doorstreept") is struck


@pytest.mark.parametrize("hidden", [True, False])
def test_hidden_rows_are_taken_over_and_reported(tmp_path: Path, hidden: bool) -> None:
    def style(sheet: Worksheet) -> None:
        sheet.row_dimensions[4].hidden = hidden

    result = imported(tmp_path, THREE, style)
    assert list(result.tasks) == PLAIN
    assert [row.target for row in result.points("Blad!A4")] == (["taak T02"] if hidden else [])


@pytest.mark.parametrize(
    ("word", "applies", "doubtful"),
    [
        ("ja", Applies.YES, False),
        ("x", Applies.YES, False),
        (None, Applies.YES, False),
        ("nee", Applies.NO, False),
        ("n.v.t.", Applies.NO, False),
        ("later", Applies.LATER, False),
        ("misschien", Applies.YES, True),
    ],
)
def test_whether_a_task_applies(
    tmp_path: Path, word: str | None, applies: Applies, doubtful: bool
) -> None:
    rows = [("Taak", "Van toepassing"), ("Firewall beheren", word), ("Printers onderhouden", "ja")]
    result = imported(tmp_path, rows)
    assert result.tasks["Firewall beheren"].applies is applies
    assert bool(result.points("Blad!B2")) is doubtful


def test_an_empty_cell_among_crosses_does_not_apply(tmp_path: Path) -> None:
    rows = [("Taak", "Van toepassing"), ("Firewall beheren", None), ("Printers onderhouden", "x")]
    result = imported(tmp_path, rows)
    assert result.tasks["Firewall beheren"].applies is Applies.NO
    assert result.says("staan alleen kruisjes")


def test_a_task_over_two_rows_keeps_the_people_of_both(tmp_path: Path) -> None:
    rows = [*THREE, ("Klassenbibliotheek", "Lien"), (None, "Wout")]
    result = imported(tmp_path, rows, lambda sheet: sheet.merge_cells("A6:A7"))
    assert {who for title, who, _ in result.crosses() if title == "Klassenbibliotheek"} == {
        "Lien", "Wout",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("- Firewall", "Firewall"),
        ("• Firewall", "Firewall"),
        ("1.2. Firewall", "Firewall"),
        ("(3) Firewall", "Firewall"),
        ("3D-printers onderhouden", "3D-printers onderhouden"),
        ("-1 is geen bullet", "-1 is geen bullet"),
        ("365 dagen bereikbaar zijn", "365 dagen bereikbaar zijn"),
    ],
)
def test_bullets_and_numbers_are_no_part_of_a_title(tmp_path: Path, text: str, title: str) -> None:
    assert title in imported(tmp_path, with_row(text, "Lien")).tasks


def test_tasks_that_stand_there_twice_are_reported(tmp_path: Path) -> None:
    result = imported(tmp_path, with_row("Firewall  beheren", "Lien"))
    assert [row.made for row in result.points("Blad!A6") if "twee keer" in row.made]
    hours = [task.fixed_hours for task in result.data.tasks if "Firewall" in task.title]
    assert hours == [10, 10]
