"""The examples that the template can be filled with, by name."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from models.problem import ProblemData
from optimizer.workbook.template import example_group, example_school


class Example(NamedTuple):
    """A fictional case: its records, and per deviation the remark that stands beside it.

    `schools_note`, when there is one, stands above the schools instead of the usual remark.
    """

    build: Callable[[], ProblemData]
    remarks: tuple[str, ...]
    schools_note: str = ""


EXAMPLES: Mapping[str, Example] = {
    "school": Example(example_school.example_school, example_school.REMARKS),
    "groep": Example(
        example_group.example_group, example_group.group_remarks(), example_group.SCHOOLS_NOTE
    ),
}
