"""`python -m benchmarks`: runs a size of the benchmark, prints the tables and writes the page.

`python -m benchmarks export` writes the levels of a workbook for another solver instead.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from benchmarks.contest import play
from benchmarks.levels import export_levels
from benchmarks.machine import machine_facts
from benchmarks.page import Report, page, result_table, target_table, targets
from benchmarks.peers.catalogue import PEERS, Peer
from benchmarks.process import ROOT, run_apart
from benchmarks.score import OURS, Score
from benchmarks.sizes import CASE, SIZES, Entry, entries_of
from benchmarks.targets import WORKBOOK
from models.errors import InvalidProblemError, WorkbookError
from optimizer.report.console_text import issue_lines
from optimizer.report.text import describe_workbook_error
from optimizer.run.native_output import keep_native_output_out

EXAMPLE = "inputs/voorbeeld_groep.xlsx"
EXAMPLE_SECONDS = 60.0
PARTS = ("school", "group", "region", "population", CASE, "workbook")


@click.group(invoke_without_command=True)
@click.option("--size", type=click.Choice(list(SIZES)), default="standard", show_default=True)
@click.option("--only", type=click.Choice(PARTS), multiple=True, help="Leave the other parts out.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--cases",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with workbooks that take part as well.",
)
@click.pass_context
def main(
    context: click.Context, size: str, only: tuple[str, ...], out: Path | None, cases: Path | None
) -> None:
    """Measure the program against other solvers; OUT is rewritten after every instance."""
    if context.invoked_subcommand is not None:
        return
    if out is None:
        raise click.UsageError("Say with --out where the page goes.")
    _run(size, only, out, cases)


@main.command()
@click.argument("workbook", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "--out", "folder", type=click.Path(file_okay=False, path_type=Path), required=True
)
def export(workbook: Path, folder: Path) -> None:
    """Write the levels of WORKBOOK as MPS files into a folder, for any other solver.

    Each level is held to what the plan that stands in the workbook is worth on the levels before
    it; without a plan only the first level is written.
    """
    try:
        for path in export_levels(workbook, folder):
            click.echo(path)
    except WorkbookError as error:
        raise click.ClickException(describe_workbook_error(error)) from error
    except InvalidProblemError as error:
        raise click.ClickException("\n".join(issue_lines(error.issues))) from error


def _run(size: str, only: tuple[str, ...], out: Path, cases: Path | None) -> None:
    peers = [peer for peer in PEERS if peer.is_installed]
    report = Report(
        size=size,
        command=_command(size, only, cases),
        date=date.today().isoformat(),
        facts=machine_facts(),
        notes=[f"{peer.title} is not installed." for peer in PEERS if not peer.is_installed],
    )
    parts = only or PARTS
    entries = [each for each in entries_of(size, cases) if each[0].case.kind in parts]
    for _ in _measure(report, entries, peers, with_files="workbook" in parts):
        out.write_text(page(report), encoding="utf-8")
    click.echo(result_table(report.scores))
    click.echo(target_table(targets(report)))


def _command(size: str, only: tuple[str, ...], cases: Path | None) -> str:
    """What to type for the same page."""
    if not only:
        return f"make benchmark SIZE={size}" + (f" CASES={cases}" if cases else "")
    parts = "".join(f" --only {part}" for part in only)
    folder = f" --cases {cases}" if cases else ""
    return f"python -m benchmarks --size {size}{parts}{folder} --out PAGE"


def _measure(
    report: Report, entries: Sequence[Entry], peers: list[Peer], *, with_files: bool
) -> Iterator[None]:
    """Fill the report; stops after each instance, so that what there is can be written."""
    if with_files:
        _note(report.scores, _workbook_scores())
        yield
    for contestant, with_peers in entries:
        _note(report.scores, play(contestant, peers if with_peers else []))
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
    keep_native_output_out()
    main()
