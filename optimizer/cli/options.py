"""Options and checks that commands share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from models.errors import WorkbookError
from optimizer.cli.dutch import Number, WholeNumber

Command = TypeVar("Command", bound=Callable[..., object])
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUT = click.Path(dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)
MOST_SEED = 2**31 - 1
"""CP-SAT's seed is a signed integer of 32 bits."""
MOST_WORKERS = 60
"""More worker processes Windows does not let a program wait for."""

WORKBOOK = click.argument("workbook", metavar="WERKBOEK", type=FILE)
JSON = click.option("--json", "as_json", is_flag=True, help="Schrijf het resultaat als JSON.")
QUIET = click.option(
    "--stil", "quiet", is_flag=True, help="Geen voortgang en geen woorden over het resultaat."
)
COLUMNS = click.option(
    "--kolommen", "columns", metavar="TOML", type=FILE, help="Hoe uw bladen en kolommen heten."
)
IN_PLACE = click.option(
    "--in-bestand", "in_place", is_flag=True,
    help="Schrijf in het werkboek zelf; een kopie blijft bewaard.",
)  # fmt: skip
TIME = click.option(
    "--tijd", "time_limit", metavar="S", type=Number(min=0.1), help="Seconden rekentijd."
)
SEED = click.option(
    "--zaad", "seed", metavar="N", type=WholeNumber(0, MOST_SEED),
    help="Een ander getal zoekt langs een andere weg.",
)  # fmt: skip
REPEATABLE = click.option(
    "--herhaalbaar", "deterministic", is_flag=True, help="Zelfde werkboek, altijd hetzelfde plan."
)


def output_option(help_text: str, *, required: bool = True) -> Callable[[Command], Command]:
    """The option `--uit`: the file that is made."""
    return click.option(
        "-o", "--uit", "output", metavar="UIT", type=OUT, required=required, help=help_text
    )


def folder_option(help_text: str) -> Callable[[Command], Command]:
    """The option `--uit`: the folder that is made or filled."""
    return click.option(
        "-o", "--uit", "output", metavar="MAP", type=FOLDER, required=True, help=help_text
    )


def resume_option(help_text: str) -> Callable[[Command], Command]:
    """The option `--hervat`: go on with a series that stopped."""
    return click.option("--hervat", "resume", is_flag=True, help=help_text)


def workers_option(help_text: str) -> Callable[[Command], Command]:
    """The option `--werkers`: so many worker processes, one per core unless told otherwise."""
    return click.option(
        "--werkers",
        "jobs",
        metavar="N",
        type=WholeNumber(1, MOST_WORKERS),
        default=min(usable_cores(), MOST_WORKERS),
        show_default="één per processorkern",
        help=help_text,
    )


def usable_cores() -> int:
    """Cores that this program may use: a container or a shared machine may give it fewer."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def example_line(command: str) -> str:
    """The end of a help text: how the command is typed."""
    return f"\b\nVoorbeeld:\n  {command}"


def refuse_existing(path: Path) -> None:
    """Refuse to write over a file."""
    if path.exists():
        raise click.UsageError(f"{path} bestaat al; kies een andere naam.")


def check_folder(path: Path) -> None:
    """Refuse a file that has no folder to stand in, before any work is done for it."""
    if not path.parent.is_dir():
        raise WorkbookError("no-folder", path=path, folder=path.parent)
