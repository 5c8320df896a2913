"""Fictional people: a profile per role, and competences that vary together."""

from decimal import Decimal
from random import Random

from models.problem import Person, PersonCode, Reach, UnitCode
from models.vocabulary import Diploma, Role
from optimizer.workbook.labels import COMPETENCES

MOST_LEVEL = 4
FAMILIES = (range(9), range(9, 11), range(11, 15))
"""Places in `COMPETENCES` of what people tend to be good at together: technical, pedagogical,
organisational."""

PROFILES: dict[Role, tuple[int, ...]] = {
    Role.TECHNICAL_COORDINATOR: (3, 3, 3, 3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 2, 2),
    Role.PEDAGOGICAL_COORDINATOR: (1, 0, 0, 1, 2, 4, 3, 2, 2, 4, 4, 3, 3, 4, 2),
    Role.HEAD: (3, 3, 2, 1, 2, 2, 3, 2, 3, 2, 2, 3, 4, 3, 3),
    Role.ADMINISTRATION: (0, 0, 0, 1, 1, 2, 2, 2, 0, 0, 0, 1, 2, 2, 3),
    Role.DIRECTOR: (0, 0, 0, 0, 1, 1, 0, 0, 1, 3, 1, 3, 3, 3, 2),
    Role.ANCHOR: (1, 1, 0, 2, 2, 2, 1, 2, 1, 3, 2, 1, 2, 2, 1),
    Role.DIGICOACH: (1, 0, 0, 1, 2, 3, 3, 2, 1, 3, 3, 2, 2, 3, 1),
    Role.TEACHER: (2, 1, 1, 2, 3, 2, 2, 1, 2, 2, 2, 2, 1, 2, 0),
    Role.TECHNICAL_ADVISER: (3, 1, 0, 3, 3, 1, 0, 0, 1, 2, 1, 1, 2, 1, 1),
    Role.SUPPORT: (2, 2, 1, 3, 3, 1, 2, 2, 2, 0, 1, 1, 1, 2, 1),
}
DIPLOMAS: dict[Role, tuple[Diploma, ...]] = {
    Role.ADMINISTRATION: (Diploma.HSO, Diploma.BACHELOR),
    Role.DIRECTOR: (Diploma.BACHELOR, Diploma.MASTER),
    Role.ANCHOR: (Diploma.BACHELOR, Diploma.BACHELOR, Diploma.MASTER),
    Role.DIGICOACH: (Diploma.BACHELOR, Diploma.MASTER),
    Role.TEACHER: (Diploma.BACHELOR, Diploma.MASTER),
    Role.TECHNICAL_ADVISER: (Diploma.BACHELOR,),
}
"""Diplomas per role; whoever is paid from points has the one of which the price is known."""
BPT_HALVES: dict[Role, tuple[int, int]] = {
    Role.PEDAGOGICAL_COORDINATOR: (6, 10),
    Role.DIGICOACH: (4, 6),
    Role.ANCHOR: (2, 4),
    Role.TEACHER: (2, 4),
    Role.TECHNICAL_ADVISER: (2, 3),
}
"""Least and most half teaching hours a week."""
OTHER_HALVES: dict[Role, tuple[int, int]] = {
    Role.ADMINISTRATION: (4, 7),
    Role.DIRECTOR: (1, 2),
}
"""Least and most half clock hours a week from other means."""
MAX_TASKS: dict[Role, int] = {
    Role.DIRECTOR: 6,
    Role.ANCHOR: 8,
    Role.TEACHER: 6,
    Role.TECHNICAL_ADVISER: 4,
}
PEDAGOGICAL_PCT: dict[Role, int] = {Role.PEDAGOGICAL_COORDINATOR: 50, Role.DIGICOACH: 50}


def draw_person(
    random: Random, code: str, home: UnitCode, role: Role, reach: Reach | None = None
) -> Person:
    """Someone with the hours that the role brings; ICT hours are given later."""
    return Person(
        code=PersonCode(code),
        name=f"Persoon {code}",
        home=home,
        role=role,
        diploma=random.choice(DIPLOMAS.get(role, (Diploma.HSO,))),
        bpt_hours=_halves(random, BPT_HALVES.get(role)),
        other_hours=_halves(random, OTHER_HALVES.get(role)),
        reach=reach or Reach(),
        max_tasks=MAX_TASKS.get(role),
        min_pedagogical_pct=Decimal(PEDAGOGICAL_PCT.get(role, 0)),
        levels=_levels(random, role),
    )


def _halves(random: Random, limits: tuple[int, int] | None) -> Decimal:
    return Decimal(random.randint(*limits)) / 2 if limits else Decimal(0)


def _levels(random: Random, role: Role) -> dict[str, int]:
    """The role's profile, shifted per family of competences and a bit per competence."""
    levels = {}
    for family in FAMILIES:
        talent = random.choices((-1, 0, 1), weights=(15, 65, 20))[0]
        for place in family:
            usual = PROFILES[role][place]
            # What somebody knows nothing of stays so: a talent does not make an expert.
            shift = talent + random.choices((-1, 0, 1), weights=(10, 80, 10))[0] if usual else 0
            level = min(MOST_LEVEL, max(0, usual + shift))
            if level:
                levels[COMPETENCES[place]] = level
    return levels
