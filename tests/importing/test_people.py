"""Who is meant by names and crosses, and what they did: each way of writing on both sides."""

from pathlib import Path

import pytest
from small_overview import Result, Rows, Value, import_file, imported, write_overview

from models.vocabulary import Funding, PlanRole, Role

TASKS = ("Firewall beheren", "Printers onderhouden", "Servers onderhouden")


def by_name(folder: Path, *entries: Value, header: str = "Wie") -> Result:
    """Import tasks with these entries in a column of names."""
    rows = [("Taak", header), *zip(TASKS, entries, strict=False)]
    return imported(folder, rows)


def by_sign(folder: Path, *signs: Value, who: str = "Lien", extra: Rows = ()) -> Result:
    """Import tasks with these signs in somebody's column, beside one that is full of crosses."""
    rows = [("Taak", who, "Wout"), *((t, s, "x") for t, s in zip(TASKS, signs, strict=False))]
    return imported(folder, [*rows, *extra])


@pytest.mark.parametrize(
    "text",
    ["Lien, Wout", "Lien; Wout", "Lien/Wout", "Lien & Wout", "Lien en Wout", "Lien + Wout",
     "Lien\nWout", "lien ,WOUT."],
)  # fmt: skip
def test_several_names_in_a_cell(tmp_path: Path, text: str) -> None:
    result = by_name(tmp_path, "Lien", "Wout", text)
    assert result.names == ["Lien", "Wout"]
    assert {who for title, who, _ in result.crosses() if title == TASKS[2]} == {"Lien", "Wout"}


def test_a_name_with_particles_is_one_name(tmp_path: Path) -> None:
    assert by_name(tmp_path, "Jan van den Eynde", "Els De Wilg").names == [
        "Jan van den Eynde", "Els De Wilg",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["=Lien", "+Lien", "-Lien", "@Lien", "=1+1", "=A1*2"])
def test_names_that_look_like_formulas_stay_text(tmp_path: Path, name: str) -> None:
    from openpyxl import load_workbook
    from openpyxl.worksheet.worksheet import Worksheet

    def as_text(sheet: Worksheet) -> None:
        for cell in ("B2", "A3"):
            sheet[cell].data_type = "s"

    rows = [("Taak", "Wie"), (TASKS[0], name), (f"{name} opvolgen", "Wout"), (TASKS[2], "Wout")]
    result = import_file(write_overview(tmp_path / "bron.xlsx", rows, as_text))
    assert result.names == [name, "Wout"]
    assert f"{name} opvolgen" in result.tasks
    book = load_workbook(tmp_path / "bron_uit.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []


@pytest.mark.parametrize("sign", ["x", "X", "✓", "✔", "v", "•", "ja", 1, True, "×"])
def test_crosses(tmp_path: Path, sign: Value) -> None:
    result = by_sign(tmp_path, sign, None, "x")
    assert (TASKS[0], "Lien", PlanRole.HELPER) in result.crosses()
    assert {title for title, who, _ in result.crosses() if who == "Lien"} == {TASKS[0], TASKS[2]}
    assert result.points("Blad!B2") == []


@pytest.mark.parametrize("sign", ["-", "nee", 0, "n.v.t.", "☐", False])
def test_signs_that_say_no(tmp_path: Path, sign: Value) -> None:
    result = by_sign(tmp_path, sign, None, "x")
    assert {title for title, who, _ in result.crosses() if who == "Lien"} == {TASKS[2]}
    assert result.points("Blad!B2") == []


@pytest.mark.parametrize(
    ("sign", "counts"), [("(x)", True), ("x?", True), ("?", True), (40, True), ("maandag", False)]
)
def test_doubtful_signs_are_reported(tmp_path: Path, sign: Value, counts: bool) -> None:
    more = [(f"Taak nummer {number} van de lijst", "x", "x") for number in range(8)]
    result = by_sign(tmp_path, sign, None, "x", extra=more)
    assert ((TASKS[0], "Lien", PlanRole.HELPER) in result.crosses()) is counts
    (point,) = result.points("Blad!B2")
    code = next(person.code for person in result.data.persons if person.name == "Lien")
    assert (point.kind, point.found, point.target) == ("wie", str(sign), code)


def test_somebody_alone_leads_and_several_do_not(tmp_path: Path) -> None:
    result = by_name(tmp_path, "Lien", "Lien, Wout", "Wout")
    assert result.crosses() == {
        (TASKS[0], "Lien", PlanRole.LEAD),
        (TASKS[1], "Lien", PlanRole.HELPER),
        (TASKS[1], "Wout", PlanRole.HELPER),
        (TASKS[2], "Wout", PlanRole.LEAD),
    }


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Verantwoordelijke", PlanRole.LEAD),
        ("Uitvoerders", PlanRole.HELPER),
        ("Back-up", PlanRole.BACKUP),
        ("Vervanger", PlanRole.BACKUP),
    ],
)
def test_headers_name_the_role(tmp_path: Path, header: str, role: PlanRole) -> None:
    result = by_name(tmp_path, "Lien", "Wout", header=header)
    assert {each for _, _, each in result.crosses()} == {role}
    hours = {row.hours for row in result.data.previous}
    assert (hours == {0}) is (role is PlanRole.BACKUP)


def test_a_legend_says_what_letters_mean(tmp_path: Path) -> None:
    rows = [
        ("Taak", "Lien", "Wout"), (TASKS[0], "V", "U"), (TASKS[1], "B", "V"), (TASKS[2], "U", "V"),
        (), ("Legende",), ("V = verantwoordelijke",), ("U = voert uit",), ("U = uitvoerder",),
        ("B = back-up",),
    ]  # fmt: skip
    result = imported(tmp_path, rows)
    assert result.crosses() == {
        (TASKS[0], "Lien", PlanRole.LEAD), (TASKS[0], "Wout", PlanRole.HELPER),
        (TASKS[1], "Lien", PlanRole.BACKUP), (TASKS[1], "Wout", PlanRole.LEAD),
        (TASKS[2], "Lien", PlanRole.HELPER), (TASKS[2], "Wout", PlanRole.LEAD),
    }  # fmt: skip


@pytest.mark.parametrize("word", ["iedereen", "?", "n.v.t.", "te bepalen", "-"])
def test_nobody_in_particular_is_no_person(tmp_path: Path, word: str) -> None:
    result = by_name(tmp_path, "Lien", word, "Wout")
    assert result.names == ["Lien", "Wout"]
    assert [row.found for row in result.points("Blad!B3")] == [word]


def test_a_sentence_among_names_is_no_person(tmp_path: Path) -> None:
    text = "dit moet dringend nog eens besproken worden"
    result = by_name(tmp_path, "Lien", text, "Wout")
    assert result.names == ["Lien", "Wout"]
    assert [row.found for row in result.points("Blad!B3")] == [text]


@pytest.mark.parametrize("word", ["extern", "Externe firma", "firma Databix", "uitbesteed"])
def test_a_firm_is_no_person(tmp_path: Path, word: str) -> None:
    result = by_name(tmp_path, "Lien", word, "Wout")
    assert result.names == ["Lien", "Wout"]
    (row,) = [row for row in result.data.previous if row.person is None]
    assert (row.role, row.funding, row.owner) == (PlanRole.OUTSOURCED, Funding.OPERATING, "S1")
    assert result.says("Uitbesteed. Taken vorig jaar: 1.")


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("TICT", Role.TECHNICAL_COORDINATOR),
        ("PICT", Role.PEDAGOGICAL_COORDINATOR),
        ("ICT-coördinator", Role.TECHNICAL_COORDINATOR),
        ("Directie", Role.DIRECTOR),
        ("Secretariaat", Role.ADMINISTRATION),
        ("Leerkrachten", Role.TEACHER),
        ("Lien (digicoach)", Role.DIGICOACH),
    ],
)
def test_words_for_roles(tmp_path: Path, written: str, role: Role) -> None:
    result = by_sign(tmp_path, "x", "x", "x", who=written)
    roles = {person.name: person.role for person in result.data.persons}
    assert roles[written.split(" (")[0]] is role


def test_without_a_word_the_role_is_that_of_most_tasks(tmp_path: Path) -> None:
    rows = [
        ("Taak", "Wie"), ("Technisch",), (TASKS[0], "Wout"), ("Pedagogisch",),
        ("Mediawijsheid", "Lien"), ("ICT-leerlijn", "Lien, Wout"), ("Technisch",),
        (TASKS[1], "Wout"),
    ]  # fmt: skip
    result = imported(tmp_path, rows)
    roles = {person.name: person.role for person in result.data.persons}
    assert roles == {"Wout": Role.TECHNICAL_COORDINATOR, "Lien": Role.PEDAGOGICAL_COORDINATOR}
    assert all(person.home == "S1" for person in result.data.persons)
    assert result.says("Lien, rol PICT. Taken vorig jaar: 2.")


@pytest.mark.parametrize(
    ("short", "same"),
    [("Lien", True), ("LL", True), ("L.L.", True), ("Wout", False), ("LW", False), ("Lie", False)],
)
def test_first_names_and_initials(tmp_path: Path, short: str, same: bool) -> None:
    result = by_name(tmp_path, "Lien Lindenhof", short, "Fatiha Wilgenaar")
    assert (short not in result.names) is same
    assert result.says("Gelezen als Lien Lindenhof.") is same


def test_a_first_name_that_two_people_have_stays_apart(tmp_path: Path) -> None:
    result = by_name(tmp_path, "Lien Lindenhof", "Lien", "Lien Wilgenaar")
    assert "Lien" in result.names


def test_names_that_are_nearly_the_same_are_reported(tmp_path: Path) -> None:
    result = by_name(tmp_path, "Lien Lindenhof", "Lien Lindenhoff", "Wout")
    assert result.says("Twee personen: deze en Lien Lindenhof.")
    assert not by_name(tmp_path, "Lien Lindenhof", "LIEN  lindenhof", "Wout").says("Twee personen")


def test_what_stands_in_parentheses_is_reported(tmp_path: Path) -> None:
    result = by_name(tmp_path, "Lien (4 uur, maandag)", "Wout", "Lien")
    assert result.names == ["Lien", "Wout"]
    assert [row.found for row in result.points("Blad!B2") if "haakjes" in row.made] == [
        "Lien (4 uur - maandag)"
    ]


@pytest.mark.parametrize(
    ("header", "is_person"),
    [
        ("Lien", True),
        ("Wekelijks", False),
        ("2024-2025", False),
        ("Pakket", False),
        ("Nadia", True),
    ],
)
def test_crosses_under_a_word_that_is_no_name(tmp_path: Path, header: str, is_person: bool) -> None:
    result = by_sign(tmp_path, "x", None, "x", who=header)
    assert (header in result.names) is is_person
    assert bool([row for row in result.points("Blad!B1") if row.kind == "kolom"]) is not is_person


def test_a_header_above_the_names_makes_them_people(tmp_path: Path) -> None:
    rows = [(None, "Wie?"), ("Taak", "Mei", "Wout"), *((t, "x", "x") for t in TASKS)]
    result = imported(tmp_path, rows, lambda sheet: sheet.merge_cells("B1:C1"))
    assert sorted(result.names) == ["Mei", "Wout"]
    alone = imported(tmp_path, rows[1:])
    assert alone.names == ["Wout"]


def test_crosses_without_headers_are_of_nameless_people(tmp_path: Path) -> None:
    result = imported(tmp_path, [(title, "x", None) for title in TASKS])
    assert result.names == ["kolom B"]
    assert result.says("Kruisjes zonder naam erboven")


def test_the_hours_of_a_task_are_divided_over_its_people(tmp_path: Path) -> None:
    result = by_name(tmp_path, "Lien", "Lien, Wout", "Wout")
    hours = {(str(row.task), str(row.person)): row.hours for row in result.data.previous}
    # Our list assumes 20 hours for the firewall, and 6.5 and 6.5 per site for the printers: less
    # than the 8 hours of a block for each of the two.
    assert hours["T01", "M1"] == 20
    assert hours["T02", "M1"] == hours["T02", "M2"] == 8


def test_somebody_with_a_cross_worked_at_least_a_block(tmp_path: Path) -> None:
    result = imported(tmp_path, [("Taak", "Wie"), ("Klassenbibliotheek", "Lien"), (TASKS[0], "")])
    assert [row.hours for row in result.data.previous] == [8]


def test_letters_that_nobody_explains_are_reported_once(tmp_path: Path) -> None:
    rows = [("Taak", "Lien", "Wout"), *((title, "Q", "Z") for title in TASKS)]
    result = imported(tmp_path, rows)
    assert (result.names, result.crosses()) == (["Lien", "Wout"], set())
    letters = [row.found for row in result.review if "Deze letter" in row.made]
    assert letters == ["Q", "Z"]


def test_people_stand_in_the_order_of_their_columns(tmp_path: Path) -> None:
    rows = [("Taak", "Lien", "Wout"), (TASKS[0], None, "x"), (TASKS[1], "x", None)]
    result = imported(tmp_path, rows)
    assert result.names == ["Lien", "Wout"]
    assert [row.source for row in result.review if row.target == "M1"] == ["Blad!B1"]
