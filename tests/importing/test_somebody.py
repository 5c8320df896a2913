"""Which headers can be people, and which columns are theirs."""

from pathlib import Path

import pytest
from small_overview import Rows, Value, imported

from models.vocabulary import PlanRole, Priority, Rhythm, TaskLevel
from optimizer.importing.header_meaning import meaning_of
from optimizer.importing.somebody import Somebody, names_somebody
from optimizer.importing.source_map import Meaning

TASKS = ("Netwerk bewaken", "Toestellen herstellen", "Licenties beheren", "Accounts aanmaken")


@pytest.mark.parametrize(
    "text",
    ["Noor", "noor", "Jan", "L.L.", "JV", "SDS", "Noor Aerts", "J. Verstraete", "Peeters",
     "Directie",
     "TICT", "ext.", "Externe firma", "Mevr. Claes", "juf Els", "Medewerker 1", "Jan / Mark"],
)  # fmt: skip
def test_somebody(text: str) -> None:
    assert names_somebody(text) is Somebody.YES


@pytest.mark.parametrize(
    "text",
    ["Afgewerkt", "Pakket", "wk 36", "week 5", "sept", "okt", "1e trimester", "Q1", "u", "w",
     "%", "€",
     "Prioriteit", "Hoog", "must", "Status", "Besproken", "Geïnstalleerd", "Campus", "Lokaal 12",
     "BaO", "SO", "Kleuter", "1ste graad", "3A", "2025-2026", "maandag", "12/09", "Kostprijs",
     "Aantal", "Uitbesteedbaar", "Netwerk", "Smartschool", "Leerlingen", "iedereen", "?", ""],
)  # fmt: skip
def test_nobody(text: str) -> None:
    assert names_somebody(text) is Somebody.NO


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("verantw.", Meaning.LEAD), ("Verantw", Meaning.LEAD), ("Trekker", Meaning.LEAD),
        ("Wie is verantwoordelijk?", Meaning.LEAD), ("uitv.", Meaning.HELPER),
        ("Uitvoerder(s)", Meaning.HELPER), ("Wie?", Meaning.WHO), ("medew.", Meaning.WHO),
        ("prio", Meaning.PRIORITY), ("Prioriteit (A/B/C)", Meaning.PRIORITY),
        ("Niveau", Meaning.LEVEL), ("status", Meaning.STATUS), ("Wanneer", Meaning.RHYTHM),
        ("freq.", Meaning.RHYTHM), ("Omschr.", Meaning.TITLE), ("ICT-taak", Meaning.TITLE),
        ("Opmerkingen bij de taak", Meaning.NOTE), ("Taak nr", Meaning.NUMBER), ("Noor", None),
        ("Taken ICT-team 2025", None), ("Firewall", None),
    ],
)  # fmt: skip
def test_headers_in_many_spellings(text: str, meaning: Meaning | None) -> None:
    assert meaning_of(text) is meaning


def people(folder: Path, header: str, *signs: Value) -> list[str]:
    """The people when this header stands above these signs, beside Noor and Bram."""
    rows: list[tuple[Value, ...]] = [("Taak", "Noor", header, "Bram")]
    rows += [(title, "x", sign, None) for title, sign in zip(TASKS, signs, strict=True)]
    return imported(folder, [*rows, ("Firewall beheren", None, None, "x")]).names


def test_a_word_that_may_be_a_name_is_judged_by_its_signs(tmp_path: Path) -> None:
    assert people(tmp_path, "Yentl", "x", None, "x", None) == ["Noor", "Yentl", "Bram"]
    assert people(tmp_path, "Yentl", "ja", "nee", "ja", "ja") == ["Noor", "Bram"]
    assert people(tmp_path, "Afgewerkt", "x", None, "x", None) == ["Noor", "Bram"]


def test_columns_about_the_task_make_no_people(tmp_path: Path) -> None:
    rows: Rows = [
        ("Naam", "Opdracht", "Afgewerkt", "Pakket"), ("Noor", TASKS[0], "ja", 1),
        ("Noor/Bram", TASKS[1], "ja", 1), ("Bram", TASKS[2], "nee", 2), ("Lin", TASKS[3], "nee", 3),
    ]  # fmt: skip
    result = imported(tmp_path, rows)
    assert result.names == ["Noor", "Bram", "Lin"]
    assert len(result.crosses()) == 5
    assert "Afgewerkt: ja. Pakket: 1." in result.explanation(TASKS[0])


def test_weeks_and_months_say_when(tmp_path: Path) -> None:
    rows = [
        ("Taak", "wk 36", "wk 37", "sept", "jan", "Noor"), (TASKS[0], "x", None, "x", "x", "x"),
        (TASKS[1], None, "x", None, None, None), (TASKS[2], None, None, None, None, "x"),
    ]  # fmt: skip
    result = imported(tmp_path, rows)
    assert result.names == ["Noor"]
    assert "Wanneer: wk 36, sept, jan." in result.explanation(TASKS[0])
    assert result.says("Weken, maanden of andere delen van het jaar")
    alone = imported(
        tmp_path, [("Taak", "Jan", "Noor"), (TASKS[0], "x", None), (TASKS[1], None, "x")]
    )
    assert alone.names == ["Jan", "Noor"]


def test_raci_without_a_legend(tmp_path: Path) -> None:
    rows = [
        ("Taak", "Noor", "Bram", "Directie"), (TASKS[0], "R", "I", "A"), (TASKS[1], "R", "C", "I"),
        (TASKS[2], "A/R", "I", None), (TASKS[3], "R", "R", "C"),
    ]  # fmt: skip
    result = imported(tmp_path, rows)
    assert result.names == ["Noor", "Bram", "Directie"]
    assert result.crosses() == {
        (TASKS[0], "Noor", PlanRole.HELPER), (TASKS[0], "Directie", PlanRole.LEAD),
        (TASKS[1], "Noor", PlanRole.LEAD), (TASKS[2], "Noor", PlanRole.LEAD),
        (TASKS[3], "Noor", PlanRole.HELPER), (TASKS[3], "Bram", PlanRole.HELPER),
    }  # fmt: skip
    read = {row.found: row.made for row in result.review if "Deze letter" in row.made}
    assert read.keys() == {"A", "C", "I", "R"}
    assert read["A"] == "Deze letter is gelezen als: verantwoordelijke."


def test_a_legend_goes_before_what_letters_usually_mean(tmp_path: Path) -> None:
    rows = [
        ("Taak", "Noor", "Bram"), (TASKS[0], "R", "A"), (TASKS[1], "A", "R"), (),
        ("Legende: R = reserve, A = verantwoordelijke",),
    ]  # fmt: skip
    assert imported(tmp_path, rows).crosses() == {
        (TASKS[0], "Noor", PlanRole.BACKUP), (TASKS[0], "Bram", PlanRole.LEAD),
        (TASKS[1], "Noor", PlanRole.LEAD), (TASKS[1], "Bram", PlanRole.BACKUP),
    }  # fmt: skip


@pytest.mark.parametrize(
    "legend",
    ["X = trekker, x = werkt mee, b = back-up", "X: trekker; x: helpt mee; b: vervanger",
     "Legende: X = verantwoordelijke | x = medewerker | b = reserve"],
)  # fmt: skip
def test_a_legend_may_tell_capitals_apart(tmp_path: Path, legend: str) -> None:
    rows = [("Taak", "Jan", "Mark"), (TASKS[0], "X", "x"), (TASKS[1], "b", "X"), (), (legend,)]
    result = imported(tmp_path, rows)
    assert result.crosses() == {
        (TASKS[0], "Jan", PlanRole.LEAD), (TASKS[0], "Mark", PlanRole.HELPER),
        (TASKS[1], "Jan", PlanRole.BACKUP), (TASKS[1], "Mark", PlanRole.LEAD),
    }  # fmt: skip
    assert result.says("Volgens uw legende: uitvoerder.")


def test_a_task_has_one_lead(tmp_path: Path) -> None:
    result = imported(tmp_path, [("Taak", "Verantw."), (TASKS[0], "Jan / Mark"), (TASKS[1], "Els")])
    assert (TASKS[0], "Jan", PlanRole.LEAD) in result.crosses()
    assert (TASKS[0], "Mark", PlanRole.HELPER) in result.crosses()
    assert result.says("Een taak heeft één verantwoordelijke: Jan")


@pytest.mark.parametrize(
    ("word", "priority"),
    [("A", Priority.ESSENTIAL), ("hoog", Priority.ESSENTIAL), ("must have", Priority.ESSENTIAL),
     ("B", Priority.DESIRED), ("gemiddeld", Priority.DESIRED), ("C", Priority.OPTIONAL),
     ("laag", Priority.OPTIONAL), ("nice to have", Priority.OPTIONAL)],
)  # fmt: skip
def test_priorities(tmp_path: Path, word: str, priority: Priority) -> None:
    result = imported(tmp_path, [("Taak", "Prio"), (TASKS[0], word), (TASKS[1], "B")])
    assert result.tasks[TASKS[0]].priority is priority
    assert not result.says("dit woord is niet bekend")
    unknown = imported(tmp_path, [("Taak", "Prio"), (TASKS[0], "groen"), (TASKS[1], "B")])
    assert unknown.says("dit woord is niet bekend")


def test_levels_and_peaks(tmp_path: Path) -> None:
    rows = [
        ("Taak", "Niveau", "Wanneer"), (TASKS[0], "SG", "juni"), (TASKS[1], "school", "zomer"),
        (TASKS[2], "school/SG", "elke week"), (TASKS[3], "basis", "augustus"),
    ]  # fmt: skip
    result = imported(tmp_path, rows)
    levels = [result.tasks[title].level for title in TASKS]
    assert levels[:3] == [TaskLevel.GROUP, TaskLevel.SCHOOL, TaskLevel.CHOICE]
    peaks = [result.tasks[title].peak for title in (*TASKS[:2], TASKS[3])]
    assert peaks == ["einde", "zomer", "start"]
    rhythms = [result.tasks[title].rhythm for title in TASKS]
    assert rhythms == [Rhythm.YEARLY, Rhythm.YEARLY, Rhythm.WEEKLY, Rhythm.YEARLY]
    assert "Niveau: basis" in result.explanation(TASKS[3])
    assert "Wanneer: elke week" in result.explanation(TASKS[2])
