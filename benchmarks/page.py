"""The page with all results, in Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.compare import ComparedLine, Verdict, contradictions, lines, verdicts
from benchmarks.score import Score
from benchmarks.tables import number, percent, table
from benchmarks.targets import Target, instance_targets, peer_targets, workbook_targets

STUDIES = "benchmark_studies.md"
"""The page that `benchmarks.study_growth` writes."""
READING_GUIDE = """\
One row is a solver on a level; all levels are minimised. `gap` is the distance from value to bound,
divided by the value (by 1 when that is more). `seconds` is wall time of the level (of the whole
plan for `greedy`), `memory` the peak of all its processes in MiB, `ratio` our value divided by that
of the best of CBC, HiGHS, SCIP and CP-SAT. Values, bounds, gaps, seconds and ratios are medians
over the seeds, memory is the most.

Every solver ran in a process of its own, one after the other. The peers got the very model of each
level as arrays, without a hint, held to what ours had reached on the levels before it, with the
seconds that ours took for the level (all of our wall time shared out over the levels; 3 s at
least). CBC and HiGHS may use all cores, CP-SAT has its default workers, SCIP as shipped has one
thread. A peer's solution counts only when it keeps every rule of the model; a plan of ours or of
the greedy only when the checker accepts it. The greedy plan is held to nothing, so it is compared
as a whole, on the first level that differs."""


@dataclass(frozen=True)
class Report:
    """Everything that a run has measured so far."""

    size: str
    command: str
    date: str
    facts: dict[str, str]
    scores: list[Score] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def targets(report: Report) -> list[Target]:
    """Every target that this run says something of."""
    rows = [*instance_targets(report.scores), *peer_targets(verdicts(report.scores))]
    return [*rows, *workbook_targets(report.scores)]


def page(report: Report) -> str:
    """The whole page."""
    facts = [f"- {name}: {value}" for name, value in report.facts.items()]
    parts = [
        "# Benchmark",
        f"Written by `{report.command}` on {report.date}; size `{report.size}`. "
        "How it is made: [benchmarks/README.md](../benchmarks/README.md). What studies of many "
        f"schools take: [{STUDIES}](../docs/{STUDIES}).",
        "\n".join(facts),
        "## Targets",
        target_table(targets(report)),
        "## Results",
        READING_GUIDE,
        result_table(report.scores),
        *_peer_part(verdicts(report.scores)),
        "## Remarks",
        "\n".join(f"- {note}" for note in _remarks(report)),
    ]
    return "\n\n".join(parts) + "\n"


def target_table(rows: Sequence[Target]) -> str:
    """Targets with what was found."""
    cells = [(t.instance, t.asked, t.found, "yes" if t.reached else "**no**") for t in rows]
    return table(("instance", "target", "found", "reached"), cells)


def result_table(scores: Sequence[Score]) -> str:
    """The one table of values, bounds, gaps, seconds, memory and ratios."""
    headers = ("instance", "level", "solver", "remark", "seeds", "value", "bound", "gap")
    rows = [_cells(line) for line in lines(scores)]
    return table((*headers, "seconds", "memory", "ratio"), rows, numbers=7)


def _cells(line: ComparedLine) -> tuple[str, ...]:
    return (
        line.instance,
        line.level,
        line.solver,
        line.remark,
        str(line.seeds),
        number(line.value),
        number(line.bound),
        percent(line.gap),
        number(line.seconds, 1),
        number(line.memory),
        number(line.ratio, 3),
    )


def _peer_part(found: Sequence[Verdict]) -> list[str]:
    if not found:
        return []
    rows = [
        (v.instance, v.peer, str(v.seeds), v.level or "all equal", number(v.ratio, 3))
        for v in found
    ]
    said = "The first level on which the medians differ by more than 0.1 %; below 1 ours is better."
    headers = ("instance", "against", "seeds", "level", "ours / theirs")
    return ["## Lexicographically", said, table(headers, rows, numbers=1)]


def _remarks(report: Report) -> list[str]:
    refuted = contradictions(report.scores)
    proofs = [f"contradiction: {each}" for each in refuted]
    return [*report.notes, *(proofs or ["No bound is contradicted by a value of another solver."])]
