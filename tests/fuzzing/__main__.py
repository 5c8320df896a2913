"""`python -m fuzzing`: so many cases or minutes, one case again, one file, or a whole folder."""

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

import click

from fuzzing.campaign import Campaign, Failure, keep
from fuzzing.cases import Case, make_case, parse_case
from fuzzing.child import load_everything
from fuzzing.folder import Tried, table, try_file, workbooks
from fuzzing.seeds import SEEDS, Seed, long_run_seeds
from fuzzing.trials import shortened, try_all

FAILURES = Path("outputs") / "fuzz"
_NEWS = 100
"""A sign of life after so many cases."""


@click.command()
@click.option("--seed", default=1, show_default=True, help="Start of the series of cases.")
@click.option("--first", default=0, show_default=True, help="Where in the series to begin.")
@click.option("--cases", type=int, help="How many cases; with the seeds that are quick to make.")
@click.option("--minutes", default=60.0, show_default=True, help="How long, without --cases.")
@click.option("--case", "line", help="Run one case again, from its line.")
@click.option("--file", "path", type=click.Path(exists=True, path_type=Path), help="Try one file.")
@click.option(
    "--corpus",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Try every workbook below a folder with check, import and anonimiseer.",
)
@click.option("--out", type=click.Path(path_type=Path), default=FAILURES, show_default=True)
@click.option("--quiet", is_flag=True, help="Only the failures.")
@click.pass_context
def main(
    context: click.Context,
    seed: int,
    first: int,
    cases: int | None,
    minutes: float,
    line: str | None,
    path: Path | None,
    folder: Path | None,
    out: Path,
    quiet: bool,
) -> None:
    """Throw damaged and odd workbooks at the program; code 1 when it did something wrong."""
    load_everything()
    if folder is not None:
        context.exit(_try_folder(folder))
    if path is not None:
        context.exit(_try_file(path))
    if line is not None:
        todo: Iterator[Case] = iter([parse_case(line)])
    elif cases is not None:
        todo = (_case(seed, index, SEEDS) for index in range(first, first + cases))
    else:
        todo = _until(minutes, seed, first)
    campaign = Campaign()
    for failure in campaign.play(todo):
        if failure is not None:
            _show(failure, keep(failure, out))
        if not quiet and campaign.cases % _NEWS == 0:
            click.echo(f"… {campaign.cases} cases, {len(campaign.failures)} failed")
    if not quiet:
        _print_table(campaign)
    context.exit(1 if campaign.failures else 0)


def _try_file(path: Path) -> int:
    report = try_all(path.read_bytes())
    for line in (*shortened(report.faults), *report.said):
        click.echo(line)
    return 1 if report.faults else 0


def _try_folder(folder: Path) -> int:
    """Show what went wrong on which file as it happens; 1 when something did."""
    wrong = False

    def play() -> Iterator[Tried]:
        nonlocal wrong
        for each in (tried for book in workbooks(folder) for tried in try_file(book)):
            wrong = wrong or bool(each.faults)
            yield each

    for line in table(play()):
        click.echo(line)
    return int(wrong)


def _case(seed: int, index: int, seeds: Mapping[str, Seed]) -> Case:
    return make_case(seed, index, list(seeds), [each.weight for each in seeds.values()])


def _until(minutes: float, seed: int, first: int) -> Iterator[Case]:
    seeds, end = long_run_seeds(), time.monotonic() + 60 * minutes
    for index in count(first):
        if time.monotonic() > end:
            return
        yield _case(seed, index, seeds)


def _show(failure: Failure, kept: Path) -> None:
    click.echo(f"FAILED {failure.case}\n  kept in {kept}")
    for fault in failure.faults:
        click.echo(f"  {fault}")


def _print_table(campaign: Campaign) -> None:
    """Cases, failures and exit codes per kind of mutation, and in all."""
    for kind, tally in sorted(campaign.tallies.items()):
        counts = f"{tally.cases:>6} cases {tally.failed:>4} failed"
        click.echo(f"{kind:<24}{counts}  {_ends(tally.ends)}")
    click.echo(f"{campaign.cases} cases, {len(campaign.failures)} failed.")


def _ends(ends: Counter[str]) -> str:
    return ", ".join(f"{name}: {number}" for name, number in sorted(ends.items()))


if __name__ == "__main__":
    main()
