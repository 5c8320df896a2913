"""A case: a seed and its mutations, written as a line from which the same file is made again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from fuzzing.cells import CELLS
from fuzzing.foreign import FOREIGN
from fuzzing.markup import MARKUP
from fuzzing.members import FILES, MEMBERS
from fuzzing.packages import Mutate
from fuzzing.references import REFERENCES
from fuzzing.tables import TABLES

GROUPS: Mapping[str, Mapping[str, Mutate]] = {
    "table": TABLES,
    "cell": CELLS,
    "reference": REFERENCES,
    "foreign": FOREIGN,
    "markup": MARKUP,
    "member": MEMBERS,
    "file": FILES,
}
"""Every kind of mutation, in the order in which they are applied: each can read what comes in."""
GROUP_WEIGHTS = (8, 5, 5, 5, 4, 2, 1)
MUTATIONS = {name: mutate for group in GROUPS.values() for name, mutate in group.items()}
_ORDER = {name: place for place, name in enumerate(MUTATIONS)}
_HOW_MANY = (1, 1, 1, 2, 2, 3, 5)
_NUMBERS = 10**6


@dataclass(frozen=True)
class Step:
    """One mutation, and the number from which all its choices follow."""

    kind: str
    number: int

    def __str__(self) -> str:
        return f"{self.kind}#{self.number}"


@dataclass(frozen=True)
class Case:
    """A seed by name, and what is done to it."""

    seed: str
    steps: tuple[Step, ...] = ()

    def __str__(self) -> str:
        return "+".join((self.seed, *map(str, self.steps)))

    def apply(self, content: bytes) -> bytes:
        """The file of this case, made of the content of its seed."""
        for step in self.steps:
            content = MUTATIONS[step.kind](content, Random(step.number))
        return content


def parse_case(text: str) -> Case:
    """The case that a line describes; `KeyError` or `ValueError` when it describes none."""
    seed, *steps = text.split("+")
    return Case(seed, tuple(_parse_step(step) for step in steps))


def _parse_step(text: str) -> Step:
    kind, _, number = text.partition("#")
    return Step(list(MUTATIONS)[_ORDER[kind]], int(number))


def make_case(seed: int, index: int, seeds: Sequence[str], weights: Sequence[int]) -> Case:
    """The case with this index in the series of a seed; the first ones are unchanged files."""
    if index < len(seeds):
        return Case(seeds[index])
    rng = Random(f"{seed}:{index}")
    groups = rng.choices(list(GROUPS.values()), GROUP_WEIGHTS, k=rng.choice(_HOW_MANY))
    kinds = sorted((rng.choice(list(group)) for group in groups), key=_ORDER.__getitem__)
    steps = tuple(Step(kind, rng.randrange(_NUMBERS)) for kind in kinds)
    return Case(rng.choices(seeds, weights)[0], steps)


def shorter(case: Case) -> list[Case]:
    """The same case without one of its mutations, for every one of them."""
    places = range(len(case.steps))
    return [Case(case.seed, case.steps[:n] + case.steps[n + 1 :]) for n in places]
