"""What the sheet of roles says: levels and limits in their range; and pins that go before roles."""

from collections.abc import Iterator

from models.eligibility import role_allowed
from models.instance import Instance
from models.issues import Issue, error, warning
from models.naming import Names
from models.problem import ProblemData
from models.validation.pinned_pairs import pinned_pairs
from models.validation.ranges import MOST_LEVEL

MOST_TASKS = 10_000
"""As for a person: more different tasks than there are say nothing."""


def check_roles(data: ProblemData) -> list[Issue]:
    """The numbers of a role lie within their limits."""
    return list(_out_of_range(data))


def _out_of_range(data: ProblemData) -> Iterator[Issue]:
    for role, profile in data.roles.items():
        limits = [("max_tasks", profile.max_tasks, 1, MOST_TASKS)]
        limits += [(f"level:{name}", n, 0, MOST_LEVEL) for name, n in profile.levels.items()]
        for field, value, least, most in limits:
            if value is not None and not least <= value <= most:
                where = data.where("role", role, field)
                yield error("out-of-range", where, found=value, least=least, most=most)


def check_pins_against_roles(instance: Instance) -> list[Issue]:
    """A remark on every pin that goes before the role: who pins knows why."""
    names = Names(instance.data)
    found = {
        (pin.where, pin.person.code): warning(
            "pin-against-role",
            pin.where,
            task=names.task(pin.task.key),
            person=names.person(pin.person.code),
            found=pin.person.role,
        )
        for pin in pinned_pairs(instance)
        if not role_allowed(instance.data, pin.task.task, pin.person)
    }
    return list(found.values())
