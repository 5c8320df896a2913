"""People who are pinned on work but have no hours (any more): one cause, however many pins."""

from collections import defaultdict
from collections.abc import Mapping

from models.instance import Instance
from models.issues import CellRef, Issue, error
from models.naming import Names
from models.problem import PersonCode
from models.validation.pinned_pairs import asks_hours, pinned_pairs


def pinned_without_hours(instance: Instance) -> Mapping[PersonCode, tuple[CellRef | None, ...]]:
    """The cells of the pins that ask hours, by person who has none."""
    found: dict[PersonCode, list[CellRef | None]] = defaultdict(list)
    for pin in pinned_pairs(instance):
        code = pin.person.code
        if instance.total_capacity(code) == 0 and asks_hours(instance, pin):
            found[code].append(pin.where)
    return {code: tuple(dict.fromkeys(cells)) for code, cells in found.items()}


def check_pinned_have_hours(instance: Instance) -> list[Issue]:
    """Whoever is pinned on work has hours; one error for all pins of a person."""
    names = Names(instance.data)
    return [
        error(
            "pinned-without-hours",
            instance.data.where("person", code, "ict_hours"),
            person=names.person(code),
            who=code,
            cells=cells,
        )
        for code, cells in pinned_without_hours(instance).items()
    ]
