"""What people can and want that is otherwise than when a plan was made, in sentences."""

from collections.abc import Iterable, Iterator

from models.since import PersonSince, Since
from optimizer.report.change_text import EMPTY, describe_deviation, header_of
from optimizer.workbook.read.record_cells import record_cells
from optimizer.workbook.template.input_sheets import PERSONS


def since_lines(found: Iterable[Since]) -> Iterator[str]:
    """A sentence per difference: `Noor Voorbeeld: ICT-uren 18 → 10`."""
    for each in found:
        if isinstance(each, PersonSince):
            yield _person(each)
        else:
            word = "nieuw" if each.is_new else "weg"
            yield f"{word}: {describe_deviation(each.wish)}"


def _person(each: PersonSince) -> str:
    known = each.after or each.before
    name = known.name or each.person if known is not None else each.person
    if each.before is None or each.after is None:
        return f"{name} {'is er bijgekomen' if each.before is None else 'is er niet meer'}"
    if each.is_level:
        levels = (person.levels.get(each.attribute, 0) for person in (each.before, each.after))
        return f"{name}: {each.attribute} {' → '.join(map(str, levels))}"
    both = (record_cells(PERSONS, person) for person in (each.before, each.after))
    cells = (cells.get(each.attribute) for cells in both)
    values = (EMPTY if cell is None else _shown(cell) for cell in cells)
    return f"{name}: {header_of(PERSONS, each.attribute)} {' → '.join(values)}"


def _shown(cell: str | float) -> str:
    """What a cell holds, with a decimal comma."""
    return str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)
