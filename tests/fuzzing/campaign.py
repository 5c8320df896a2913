"""A run of many cases: what failed is made shorter and kept, the rest is counted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from fuzzing.cases import Case, shorter
from fuzzing.seeds import content_of
from fuzzing.trials import Report, shortened, try_all

PLAIN = "(unchanged)"
REPEAT = "PYTHONPATH=.:tests python -m fuzzing --case '{case}'"


@dataclass(frozen=True)
class Failure:
    """The shortest case that was found to go wrong, and how."""

    case: Case
    faults: tuple[str, ...]
    said: tuple[str, ...]


@dataclass
class Tally:
    """How many cases a kind of mutation had, how their commands ended, how many failed."""

    cases: int = 0
    failed: int = 0
    ends: Counter[str] = field(default_factory=Counter)


@dataclass
class Campaign:
    """What came of the cases so far, per kind of mutation."""

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    failures: list[Failure] = field(default_factory=list)
    cases: int = 0

    def play(self, cases: Iterable[Case]) -> Iterator[Failure | None]:
        """Run each case; a failure comes out in its shortest form."""
        for case in cases:
            report = run_case(case)
            failure = _shortest(case, report) if report.faults else None
            self._count(case, report)
            if failure is not None:
                self.failures.append(failure)
            yield failure

    def _count(self, case: Case, report: Report) -> None:
        self.cases += 1
        for kind in {step.kind for step in case.steps} or {PLAIN}:
            tally = self.tallies[kind]
            tally.cases += 1
            tally.failed += bool(report.faults)
            tally.ends += report.ends


def run_case(case: Case) -> Report:
    """Every command on the file of a case."""
    return try_all(case.apply(content_of(case.seed)))


def _shortest(case: Case, report: Report) -> Failure:
    """Leave out mutations for as long as something is wrong without them."""
    for candidate in shorter(case):
        again = run_case(candidate)
        if again.faults:
            return _shortest(candidate, again)
    return Failure(case, tuple(shortened(report.faults)), tuple(report.said))


def keep(failure: Failure, folder: Path) -> Path:
    """Write the file of a failure, how to repeat it, and what was said, into a folder of its own.

    Returns
    -------
    Path
        That folder.
    """
    kept = folder / sha256(str(failure.case).encode()).hexdigest()[:12]
    kept.mkdir(parents=True, exist_ok=True)
    (kept / "werk.xlsx").write_bytes(failure.case.apply(content_of(failure.case.seed)))
    lines = [str(failure.case), REPEAT.format(case=failure.case), *failure.faults, *failure.said]
    (kept / "verslag.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return kept
