"""The computation of the points in Dutch: every figure in it, and what lacks by its own name."""

import pytest
from factory import Number, school, settings

from models.points import points_from_pupils
from models.problem import School
from models.vocabulary import EducationLevel, WeightClass
from optimizer.report.points_text import describe_points
from optimizer.workbook import labels
from optimizer.workbook.template.input_sheets import SCHOOLS
from optimizer.workbook.template.setting_rows import SETTING_ROWS

PRIMARY = school(level=EducationLevel.PRIMARY, pupils=300)
SPLIT = {WeightClass.GENERAL: 583, WeightClass.VOCATIONAL: 229}


def text(checked: School, coefficient: Number | None) -> str:
    return describe_points(points_from_pupils(settings(points_coefficient=coefficient), checked))


def test_one_weight() -> None:
    assert text(PRIMARY, "0.0012") == (
        "300 lln basis × 1,224882506 = 367,46 gewogen × coëfficiënt 0,0012 = 0,44 punten "
        "(afgerond op 0,01)"
    )


def test_two_weights() -> None:
    assert text(school(level=EducationLevel.SECONDARY, counts=SPLIT), "0.05") == (
        "583 lln A-stroom ASO KSO TSO × 0,97368015 + 229 lln B-stroom BSO OKAN BuSO × 1,153471682 "
        "= 831,8 gewogen × coëfficiënt 0,05 = 41,59 punten (afgerond op 0,01)"
    )


def test_the_coefficient_lacks_and_the_weighing_is_shown() -> None:
    assert text(PRIMARY, None) == (
        "300 lln basis × 1,224882506 = 367,46 gewogen. Niet berekend: vul eerst in: "
        "punten_coefficient (op het blad Instellingen)."
    )


@pytest.mark.parametrize(
    ("checked", "named"),
    [
        (school(pupils=5), "onderwijsniveau"),
        (school(level=EducationLevel.PRIMARY), "leerlingen"),
        (
            school(level=EducationLevel.SECONDARY, pupils=5),
            "lln A-stroom ASO KSO TSO, lln B-stroom BSO OKAN BuSO",
        ),
        (school(level=EducationLevel.ADULT), "lesurencursist"),
    ],
)
def test_what_lacks_is_named(checked: School, named: str) -> None:
    assert text(checked, "0.05") == f"Niet berekend: vul eerst in: {named}."


def test_names_are_those_of_the_workbook() -> None:
    headers = {column.header for column in SCHOOLS.columns}
    assert set(labels.WEIGHT_CLASSES.values()) <= headers
    names = {word.split(" (")[0] for word in labels.POINTS_INPUTS.values()}
    assert names <= headers | {row.key for row in SETTING_ROWS}
