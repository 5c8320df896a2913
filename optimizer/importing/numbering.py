"""The numbers of the tasks: the overview's own when each has one, else made per cluster."""

from collections import Counter
from collections.abc import Mapping, Sequence

from models.problem import ANY, CENTRAL, GROUP, TaskNumber
from models.vocabulary import Cluster
from optimizer.importing.proposals import Proposal
from optimizer.workbook.read.matching import fold

_LETTERS: Mapping[Cluster, str] = {
    Cluster.TECHNICAL: "T",
    Cluster.PEDAGOGICAL: "P",
    Cluster.POLICY: "B",
    Cluster.ADMINISTRATIVE: "A",
}
_LONGEST = 12


def task_numbers(proposals: Sequence[Proposal]) -> tuple[list[TaskNumber], bool]:
    """A number for each task, and whether numbers of the overview had to be replaced."""
    own = [proposal.source.number for proposal in proposals]
    if _usable(own):
        return [TaskNumber(number) for number in own], False
    seen: Counter[Cluster] = Counter()
    made = []
    for proposal in proposals:
        seen[proposal.cluster] += 1
        made.append(TaskNumber(f"{_LETTERS[proposal.cluster]}{seen[proposal.cluster]:02}"))
    return made, any(own)


def _usable(numbers: Sequence[str]) -> bool:
    """Whether every task has a number of its own that can be a code."""
    folded = {fold(number) for number in numbers}
    reserved = {fold(word) for word in (GROUP, CENTRAL, ANY)}
    short = all(0 < len(number) <= _LONGEST for number in numbers)
    return short and len(folded) == len(numbers) and not folded & reserved
