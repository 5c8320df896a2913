"""Common random numbers: each draw has its own stream, named by what it is about.

A stream depends on the seed, the replication and the names of what is drawn for, and on nothing
else: it is the same whatever the other schools and the grid point. What is drawn for somebody is
named by workbook, school and person. By the code of the person alone, people would leave in step
in every copy of a template, and a mean over six such copies would look √6 times surer than it is.
"""

from dataclasses import dataclass, replace
from random import Random

from models.problem import Person


@dataclass(frozen=True)
class Draws:
    """The draws of one replication (1, 2, …) of a study, in one workbook.

    `workbook` is what it is called within the study; drawn schools need none, because their codes
    are their own.
    """

    seed: int
    replication: int = 1
    workbook: str = ""

    def within(self, workbook: str) -> "Draws":
        """The draws of the same replication for another workbook."""
        return replace(self, workbook=workbook)

    def stream(self, *names: str) -> Random:
        """The random numbers of what these names tell apart in the whole replication."""
        return Random(repr((self.seed, self.replication, names)))

    def at_school(self, about: str, school: str) -> Random:
        """The random numbers for a school, about one thing."""
        return self.stream(about, self.workbook, school)

    def chance(self, about: str, person: Person) -> float:
        """One number in [0, 1) for somebody, about one thing."""
        return self.stream(about, self.workbook, person.home, person.code).random()
