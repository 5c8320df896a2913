"""The examples that the template can be filled with, by name."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from models.problem import ProblemData
from optimizer.workbook import example_school


class Example(NamedTuple):
    """A fictional case: its records, and per deviation the remark that stands beside it."""

    build: Callable[[], ProblemData]
    remarks: tuple[str, ...]


EXAMPLES: Mapping[str, Example] = {
    "school": Example(example_school.example_school, example_school.REMARKS),
}
