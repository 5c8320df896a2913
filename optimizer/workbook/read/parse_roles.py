"""Rows of the sheet of roles to `RoleProfile` records, with their competence columns."""

from collections.abc import Mapping

from models.problem import RoleProfile
from models.vocabulary import Cluster, Role, RoleWord
from optimizer.workbook import labels
from optimizer.workbook.read.headers import Located
from optimizer.workbook.read.parse_people import levels_in
from optimizer.workbook.read.records import Collected, keyed_rows


def parse_roles(
    located: Located, competences: Mapping[str, int], collected: Collected
) -> dict[Role, RoleProfile]:
    """What is said of every role; a second row for one is set apart."""
    profiles: dict[Role, RoleProfile] = {}
    for row, _ in keyed_rows(located, "role", "role", collected):
        role = row.required_choice("role", labels.ROLES)
        if role in profiles:
            collected.duplicates.append(("role", role, row.cell("role").where))
            continue
        collected.sources.update(row.sources("role", role, "role"))
        for name, column in competences.items():
            cell = located.sheet.cell(row.number, column)
            collected.sources["role", role, f"level:{name}"] = cell.where
        profiles[role] = RoleProfile(
            words={c: row.choice(c, labels.ROLE_WORDS, RoleWord.CAN) for c in Cluster},
            max_tasks=row.whole("max_tasks"),
            levels=levels_in(row, competences),
        )
    return profiles
