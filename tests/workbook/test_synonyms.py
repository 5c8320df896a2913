"""Words that users type for a role, a diploma or a kind of school."""

from pathlib import Path

import pytest
from easy_books import Rows, found, minimal, parse

from models.vocabulary import Diploma, EducationLevel, Role
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.synonyms import PRICELESS_DIPLOMAS, SYNONYMS


def test_no_word_means_two_things_of_a_kind() -> None:
    own = {(type(m), fold(w)) for t in (labels.ROLES, labels.DIPLOMAS, labels.EDUCATION_LEVELS)
           for m, w in t.items()}  # fmt: skip
    others = [(type(meaning), fold(word)) for meaning, words in SYNONYMS.items() for word in words]
    assert len({*others}) == len(others)
    assert not own & {*others}
    assert not PRICELESS_DIPLOMAS & {word for kind, word in others if kind is Diploma}


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("leerkracht", Role.TEACHER),
        ("Directeur", Role.DIRECTOR),
        ("secretariaat", Role.ADMINISTRATION),
        ("Technisch adviseur", Role.TECHNICAL_ADVISER),
        ("leraar", Role.TEACHER),
    ],
)
def test_roles(word: str, role: Role, tmp_path: Path) -> None:
    sheets = minimal()
    sheets["Personen"] = [["code", "thuisschool", "rol"], ["P1", "S1", word]]
    sheets["Taken"] = [
        ["nr", "cluster", "taak", "wie"],
        ["T1", "technisch", "Iets", f"{word}; PICT"],
    ]
    data, issues = parse(tmp_path, sheets)
    assert found(issues) == []
    assert data.persons[0].role is role
    assert data.tasks[0].roles == {role, Role.PEDAGOGICAL_COORDINATOR}


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("secundair onderwijs", EducationLevel.SECONDARY),
        ("Basisschool", EducationLevel.PRIMARY),
        ("CVO", EducationLevel.ADULT),
        ("dko", EducationLevel.ARTS),
    ],
)
def test_kinds_of_schools(word: str, level: EducationLevel, tmp_path: Path) -> None:
    rows: Rows = [["code", "onderwijsniveau"], ["S1", word]]
    sheets = {**minimal(), "Scholen": rows}
    data, issues = parse(tmp_path, sheets)
    assert (found(issues), data.schools[0].education_level) == ([], level)


@pytest.mark.parametrize(
    ("word", "hours", "diploma", "codes"),
    [
        ("secundair onderwijs", 12, Diploma.HSO, []),
        ("professionele bachelor", 12, Diploma.BACHELOR, []),
        ("graduaat", 12, Diploma.HSO, ["asks-price"]),
        ("Graduaat", "max", Diploma.HSO, ["asks-price"]),
        ("graduaat", "12u", Diploma.HSO, ["asks-price", "not-a-number"]),
        ("graduaat", None, Diploma.HSO, []),
        ("graduaat", 0, Diploma.HSO, []),
        ("doctor", None, Diploma.HSO, ["unknown-choice"]),
    ],
)
def test_a_diploma_without_a_price_is_a_question_where_points_pay(
    word: str, hours: object, diploma: Diploma, codes: list[str], tmp_path: Path
) -> None:
    sheets = minimal()
    sheets["Personen"] = [
        ["code", "thuisschool", "rol", "diploma", "ICT-uren"],
        ["P1", "S1", "TICT", word, hours],
    ]
    data, issues = parse(tmp_path, sheets)
    assert [code for code, _ in found(issues)] == codes
    assert data.persons[0].diploma is diploma
