"""Dutch words of a population: its list of schools, the note on its workbooks."""

from collections.abc import Sequence
from decimal import Decimal

from models.problem import Person, School
from optimizer.workbook import labels

LIST_NAME = "populatie.csv"
LIST_HEADERS = (
    "werkboek", "school", "onderwijsniveau", "leerlingen", "toestellen", "ICT-uren per week",
    "BPT-uren per week", "andere uren per week", "mensen",
)  # fmt: skip
ABSENT_REMARK = "Aanname: dit werk bestaat in deze verzonnen school niet."
_NOTE = (
    "SYNTHETISCH: scholen en mensen zijn verzonnen (zaad {seed}, herhaling {replication}). De "
    "gemiddelden volgen gepubliceerde cijfers; al de rest is een aanname van het programma."
)


def schools_note(seed: int, replication: int) -> str:
    """What the reader of a workbook must know of its figures."""
    return _NOTE.format(seed=seed, replication=replication)


def describe_school(workbook: str, school: School, team: Sequence[Person]) -> tuple[str, ...]:
    """The row of a school in the list."""
    level = school.education_level
    numbers = (
        school.pupils,
        school.devices,
        sum((person.ict_hours for person in team), Decimal(0)),
        sum((person.bpt_hours for person in team), Decimal(0)),
        sum((person.other_hours for person in team), Decimal(0)),
        Decimal(len(team)),
    )
    shown = (f"{number:f}".replace(".", ",") for number in numbers)
    return (workbook, school.code, labels.EDUCATION_LEVELS[level] if level else "", *shown)
