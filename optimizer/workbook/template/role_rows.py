"""What the template says of the roles, after the guideline's table of who can take which work.

The levels are assumptions, for people in such a role whose own levels nobody has filled in yet.
"""

from collections.abc import Mapping

from models.problem import RoleProfile
from models.vocabulary import Cluster, Role, RoleWord
from optimizer.workbook import labels

OWN, CAN, RATHER_NOT, NEVER = RoleWord


def _profile(
    words: tuple[RoleWord, ...], levels: tuple[int, ...], max_tasks: int | None = None
) -> RoleProfile:
    """A role; words in the order of the clusters, levels in that of `labels.COMPETENCES`."""
    return RoleProfile(
        words=dict(zip(Cluster, words, strict=True)),
        max_tasks=max_tasks,
        levels=dict(zip(labels.COMPETENCES, levels, strict=True)),
    )


DEFAULT_ROLES: Mapping[Role, RoleProfile] = {
    Role.TECHNICAL_COORDINATOR: _profile(
        (OWN, RATHER_NOT, CAN, CAN), (3, 3, 2, 3, 3, 2, 3, 3, 2, 1, 2, 3, 3, 2, 2)
    ),
    Role.PEDAGOGICAL_COORDINATOR: _profile(
        (RATHER_NOT, OWN, CAN, CAN), (1, 0, 0, 1, 2, 3, 2, 2, 1, 3, 3, 3, 3, 3, 2)
    ),
    Role.HEAD: _profile((CAN, CAN, OWN, CAN), (2, 2, 2, 1, 2, 2, 2, 2, 3, 2, 2, 3, 4, 3, 3)),
    Role.DIRECTOR: _profile(
        (NEVER, CAN, OWN, CAN), (0, 0, 0, 0, 1, 1, 0, 0, 1, 2, 1, 3, 3, 3, 2), max_tasks=6
    ),
    Role.TEACHER: _profile(
        (RATHER_NOT, OWN, CAN, RATHER_NOT),
        (1, 0, 0, 1, 2, 3, 2, 1, 1, 3, 2, 2, 1, 2, 1),
        max_tasks=5,
    ),
    Role.DIGICOACH: _profile(
        (RATHER_NOT, OWN, CAN, RATHER_NOT),
        (1, 0, 0, 1, 2, 3, 2, 2, 1, 3, 3, 2, 2, 3, 1),
        max_tasks=8,
    ),
    Role.ANCHOR: _profile(
        (CAN, CAN, RATHER_NOT, RATHER_NOT),
        (1, 1, 0, 2, 2, 2, 1, 2, 1, 2, 2, 1, 1, 2, 1),
        max_tasks=5,
    ),
    Role.ADMINISTRATION: _profile(
        (RATHER_NOT, NEVER, RATHER_NOT, OWN),
        (0, 0, 0, 1, 1, 2, 2, 2, 0, 0, 0, 1, 2, 2, 3),
        max_tasks=10,
    ),
    Role.TECHNICAL_ADVISER: _profile(
        (OWN, RATHER_NOT, RATHER_NOT, RATHER_NOT),
        (3, 1, 0, 3, 3, 1, 0, 1, 1, 2, 1, 1, 2, 1, 1),
        max_tasks=8,
    ),
    Role.SUPPORT: _profile(
        (OWN, RATHER_NOT, CAN, OWN), (2, 2, 1, 3, 3, 1, 2, 3, 2, 0, 1, 1, 1, 2, 2)
    ),
}
"""By role; every word, limit and level is a default that a school may change."""
