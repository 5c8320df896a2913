"""`taakverdeler verklaar`: the questions, the refusals and the JSON."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Run, run
from openpyxl import load_workbook
from small_school import small_school


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The small school with its plan in it."""
    folder = tmp_path_factory.mktemp("explain")
    source, target = small_school(folder / "school.xlsx"), folder / "plan.xlsx"
    assert run("optimaliseer", source, "-o", target, "--tijd", "5").code == 0
    yield target


def ask(workbook: Path, *question: str) -> Run:
    return run("verklaar", workbook, *question, "--tijd", "5")


def test_a_task(planned: Path) -> None:
    answer = ask(planned, "--taak", "t1")
    assert answer.code == 0
    assert answer.err == "Het plan van het blad Verdeling wordt uitgelegd.\n"
    assert answer.out.startswith("T1 (Netwerk bewaken): 40 uur van 40 uur gepland.\n")
    assert "Noor Voorbeeld (P1): verantwoordelijke, 40 uur" in answer.out


def test_a_person_by_name(planned: Path) -> None:
    answer = ask(planned, "--persoon", "Bram Denkbeeld")
    assert answer.code == 0
    assert answer.out.startswith("Bram Denkbeeld (P2), PICT\n  uren beschikbaar:")
    assert "D1 (Leerkrachten begeleiden): verantwoordelijke" in answer.out
    assert "Bram Denkbeeld (P2) heeft nog" in answer.out


def test_why_not_names_the_rule_and_the_cell(planned: Path) -> None:
    answer = ask(planned, "--waarom-niet", "D1", "P3")
    assert answer.code == 0
    assert "Lies Verzonnen (P3) kan D1 (Leerkrachten begeleiden) niet doen:" in answer.out
    assert "Personen!V6: pedagogische kennis 0, en de taak vraagt 2" in answer.out


def test_why_not_with_a_price(planned: Path) -> None:
    answer = ask(planned, "--waarom-niet", "T1", "P2")
    assert answer.code == 0
    assert "(P2) kan T1 (Netwerk bewaken) doen. Dit kost het:" in answer.out
    assert "kern: 0 uur → 0 uur (gelijk, exact)" in answer.out
    assert "T1 (Netwerk bewaken), Bram Denkbeeld (P2): " in answer.out


def test_json_has_the_same_facts(planned: Path) -> None:
    document = json.loads(ask(planned, "--taak", "T1", "--json").out)
    assert (document["schema"], document["origin"]) == (1, "stored")
    assert (document["task"], document["unit"], document["covered_hours"]) == ("T1", "S1", 40)
    assert document["parts"][0]["person"] == "P1"
    person = json.loads(ask(planned, "--persoon", "P2", "--json").out)
    assert person["figures"]["person"] == "P2" and person["idle"]["left_hours"] > 0
    rule = json.loads(ask(planned, "--waarom-niet", "D1", "P3", "--json").out)
    assert rule["barriers"][0]["kind"] == "competence"
    assert rule["outcome"] is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (("--taak", "T9"), "Taak ‘T9’ bestaat niet."),
        (("--persoon", "Noor Voorbeld"), "Bedoelt u ‘P1’ (Noor Voorbeeld)?"),
        (("--taak", "T1", "--school", "S7"), "School ‘S7’ bestaat niet. Bedoelt u ‘S1’"),
        (("--taak", "T1", "--school", "GROEP"), "wordt voor de groep niet gepland"),
        ((), "Kies één vraag"),
        (("--taak", "T1", "--persoon", "P1"), "Kies één vraag"),
    ],
)
def test_questions_that_cannot_be_answered(
    planned: Path, question: tuple[str, ...], said: str
) -> None:
    answer = ask(planned, *question)
    assert answer.code == 2
    assert said in answer.err and "Traceback" not in answer.text


def test_without_a_plan_one_is_made_first(tmp_path: Path) -> None:
    source = small_school(tmp_path / "school.xlsx")
    before = source.read_bytes()
    answer = ask(source, "--persoon", "P1")
    assert answer.code == 0
    assert "Er staat nog geen plan in dit werkboek" in answer.err
    assert source.read_bytes() == before


def test_a_plan_that_no_longer_fits_is_made_anew(planned: Path, tmp_path: Path) -> None:
    book = load_workbook(planned)
    book["Personen"]["F4"] = 1
    edited = tmp_path / "edited.xlsx"
    book.save(edited)
    answer = ask(edited, "--persoon", "P1")
    assert answer.code == 0
    assert "past niet meer bij dit werkboek" in answer.err


def test_a_workbook_with_errors_is_refused(tmp_path: Path) -> None:
    def spoil(book: object) -> None:
        book["Personen"]["D4"] = "keizer"  # type: ignore[index]

    answer = ask(small_school(tmp_path / "broken.xlsx", spoil), "--persoon", "P1")
    assert answer.code == 3
    assert "Personen!D4" in answer.err
