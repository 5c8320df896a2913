"""`python -m benchmarks`: runs a size of the benchmark, prints the tables and writes the page."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from benchmarks.contest import play
from benchmarks.machine import machine_facts
from benchmarks.page import Report, page, result_table, target_table, targets
from benchmarks.peers.catalogue import PEERS, Peer
from benchmarks.process import ROOT, run_apart
from benchmarks.score import OURS, Score
from benchmarks.sizes import SIZES, Series
from benchmarks.targets import WORKBOOK

EXAMPLE = "inputs/voorbeeld_groep.xlsx"
EXAMPLE_SECONDS = 60.0
PARTS = ("school", "group", "region", "workbook")


@click.command()
@click.option("--size", type=click.Choice(list(SIZES)), default="standard", show_default=True)
@click.option("--only", type=click.Choice(PARTS), multiple=True, help="Leave the other parts out.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
def main(size: str, only: tuple[str, ...], out: Path) -> None:
    """Measure the program against other solvers; OUT is rewritten after every instance."""
    peers = [peer for peer in PEERS if peer.is_installed]
    report = Report(
        size=size,
        command=_command(size, only),
        date=date.today().isoformat(),
        facts=machine_facts(),
        notes=[f"{peer.title} is not installed." for peer in PEERS if not peer.is_installed],
    )
    for _ in _measure(report, SIZES[size], peers, only or PARTS):
        out.write_text(page(report), encoding="utf-8")
    click.echo(result_table(report.scores))
    click.echo(target_table(targets(report)))


def _command(size: str, only: tuple[str, ...]) -> str:
    """What to type for the same page."""
    if not only:
        return f"make benchmark SIZE={size}"
    parts = "".join(f" --only {part}" for part in only)
    return f"python -m benchmarks --size {size}{parts} --out PAGE"


def _measure(
    report: Report, size: Sequence[Series], peers: list[Peer], parts: tuple[str, ...]
) -> Iterator[None]:
    """Fill the report; stops after each instance, so that what there is can be written."""
    if "workbook" in parts:
        _note(report.scores, _workbook_scores())
        yield
    for series in size:
        for entry, with_peers in series.entries() if series.kind in parts else ():
            _note(report.scores, play(entry, peers if with_peers else []))
            yield


def _note(known: list[Score], found: Iterator[Score]) -> None:
    """Add scores as they come, and tell whoever waits."""
    for score in found:
        known.append(score)
        told = f"{score.instance}, seed {score.seed}, {score.level}, {score.solver}: {score.value}"
        click.echo(f"{told} (bound {score.bound}, {score.seconds:.1f} s) {score.remark}", err=True)


def _workbook_scores() -> Iterator[Score]:
    """Seconds to read and to write the example of a group."""
    left = run_apart("workbook", {"file": str(ROOT / EXAMPLE)}, EXAMPLE_SECONDS)
    steps = left.answer or {"reading and writing": 0.0}
    for step, seconds in steps.items():
        yield Score(WORKBOOK, 0, step, OURS, None, None, seconds, left.memory, left.remark)


if __name__ == "__main__":
    main()
