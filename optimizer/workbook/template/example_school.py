"""A fictional secondary school of 500 pupils with ten fictional people, as records."""

from decimal import Decimal

from models.problem import (
    Deviation,
    Person,
    PersonCode,
    ProblemData,
    School,
    TaskNumber,
    UnitCode,
)
from models.settings import Settings
from models.vocabulary import DeviationKind, Diploma, EducationLevel, Role
from optimizer.workbook import labels
from optimizer.workbook.template.catalogue import catalogue_tasks
from optimizer.workbook.template.role_rows import DEFAULT_ROLES

_CODE = UnitCode("S1")
EXAMPLE_SETTINGS = Settings(school_year="2026-2027", standard_rate=Decimal(65))
"""With an example of what a firm asks per hour, in euro."""

SCHOOL = School(
    code=_CODE,
    name="Voorbeeldschool De Wilg",
    education_level=EducationLevel.SECONDARY,
    pupils=Decimal(500),
    devices=Decimal(590),
    teachers=Decimal(60),
    sites=Decimal(1),
    ict_points=Decimal(39),
    bpt_hours=Decimal(10),
    lesson_hours=Decimal(1020),
    other_hours=Decimal("4.5"),
    operating_euro=Decimal(2500),
)


def _person(
    code: str,
    name: str,
    role: Role,
    diploma: Diploma,
    levels: tuple[int, ...],
    *,
    ict: str = "0",
    bpt: str = "0",
    other: str = "0",
    max_tasks: int | None = None,
    pedagogical: int = 0,
) -> Person:
    """A person of the school; `levels` stand in the order of `labels.COMPETENCES`."""
    return Person(
        code=PersonCode(code),
        name=name,
        home=_CODE,
        role=role,
        diploma=diploma,
        ict_hours=Decimal(ict),
        bpt_hours=Decimal(bpt),
        other_hours=Decimal(other),
        max_tasks=max_tasks,
        min_pedagogical_pct=Decimal(pedagogical),
        levels=dict(zip(labels.COMPETENCES, levels, strict=True)),
    )


PERSONS: tuple[Person, ...] = (
    _person("M01", "Wout Berkenbos", Role.TECHNICAL_COORDINATOR, Diploma.HSO,
            (3, 3, 3, 3, 3, 2, 3, 3, 3, 1, 1, 3, 3, 2, 2), ict="18"),
    _person("M02", "Senne Esdoorn", Role.SUPPORT, Diploma.HSO,
            (2, 2, 1, 3, 3, 1, 2, 2, 2, 0, 1, 1, 1, 2, 1), ict="4"),
    _person("M03", "Lien Lindenhof", Role.PEDAGOGICAL_COORDINATOR, Diploma.BACHELOR,
            (1, 0, 0, 1, 2, 3, 2, 2, 1, 3, 3, 3, 3, 3, 2), bpt="4", pedagogical=50),
    _person("M04", "Greet Hazelaar", Role.ADMINISTRATION, Diploma.HSO,
            (0, 0, 0, 1, 1, 2, 2, 1, 0, 0, 0, 1, 2, 2, 3), other="3"),
    _person("M05", "Koen Olmenveld", Role.DIRECTOR, Diploma.MASTER,
            (0, 0, 0, 0, 1, 1, 0, 0, 1, 2, 1, 3, 3, 3, 2), other="0.5", max_tasks=4),
    _person("M06", "Fatiha Wilgenaar", Role.DIRECTOR, Diploma.MASTER,
            (1, 0, 0, 0, 1, 2, 1, 0, 2, 3, 2, 2, 3, 3, 3), other="1", max_tasks=6),
    _person("M07", "Jonas Kastanje", Role.DIGICOACH, Diploma.BACHELOR,
            (1, 0, 0, 1, 2, 3, 2, 1, 1, 3, 3, 2, 1, 3, 1), bpt="2", pedagogical=60),
    _person("M08", "Amira Beukelaar", Role.ANCHOR, Diploma.BACHELOR,
            (1, 1, 0, 1, 2, 2, 1, 2, 1, 2, 2, 1, 1, 2, 1), bpt="1", max_tasks=4),
    _person("M09", "Robbe Dennenbos", Role.TEACHER, Diploma.MASTER,
            (3, 2, 2, 2, 3, 2, 2, 1, 2, 2, 2, 2, 1, 1, 0), bpt="2", max_tasks=6),
    _person("M10", "Dirk Populier", Role.TECHNICAL_ADVISER, Diploma.BACHELOR,
            (3, 1, 0, 3, 3, 1, 0, 0, 1, 2, 1, 1, 2, 1, 1), bpt="1", max_tasks=3),
)  # fmt: skip

_DEVIATIONS: tuple[tuple[Deviation, str], ...] = (
    (
        Deviation(DeviationKind.HOURS, TaskNumber("T27"), _CODE, value=Decimal(130)),
        "Geteld in de tickets van vorig jaar.",
    ),
    (
        Deviation(DeviationKind.MINIMUM, TaskNumber("T09"), _CODE, value=Decimal(80)),
        "Een halve back-up is geen back-up.",
    ),
    (
        Deviation(DeviationKind.NOT_APPLICABLE, TaskNumber("T34"), _CODE),
        "Wij hebben geen camera's.",
    ),
    (
        Deviation(
            DeviationKind.PREFERENCE, TaskNumber("P20"), _CODE, PersonCode("M07"), Decimal(2)
        ),
        "Volgde een opleiding over AI in de les.",
    ),
    (
        Deviation(DeviationKind.BAN, TaskNumber("T24"), _CODE, PersonCode("M09")),
        "Herstelt geen toestellen van collega's.",
    ),
    (
        Deviation(DeviationKind.LEAD, TaskNumber("B17"), _CODE, PersonCode("M06")),
        "Zo afgesproken in het directieteam.",
    ),
)

DEVIATIONS: tuple[Deviation, ...] = tuple(deviation for deviation, _ in _DEVIATIONS)
REMARKS: tuple[str, ...] = tuple(remark for _, remark in _DEVIATIONS)
"""Why each of `DEVIATIONS` stands there, in Dutch."""


def example_school() -> ProblemData:
    """The whole example: people for about 60 % of the work, so that the plan has to choose."""
    return ProblemData(
        settings=EXAMPLE_SETTINGS,
        schools=(SCHOOL,),
        persons=PERSONS,
        tasks=catalogue_tasks(),
        competences=labels.COMPETENCES,
        roles=DEFAULT_ROLES,
        deviations=DEVIATIONS,
    )
