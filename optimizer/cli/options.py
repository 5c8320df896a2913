"""Options and checks that commands share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from models.errors import WorkbookError

Command = TypeVar("Command", bound=Callable[..., object])
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUT = click.Path(dir_okay=False, path_type=Path)
JSON = click.option("--json", "as_json", is_flag=True, help="Schrijf het resultaat als JSON.")
COLUMNS = click.option(
    "--kolommen", "columns", type=FILE, help="Hoe uw bladen en kolommen heten (TOML)."
)
TIME = click.option(
    "--tijd", "time_limit", type=click.FloatRange(min=0.1), help="Seconden rekentijd."
)
SEED = click.option("--zaad", "seed", type=click.IntRange(0, 2**31 - 1), help="Startgetal.")
DETERMINISTIC = click.option(
    "--deterministic", is_flag=True, help="Zelfde werkboek, altijd hetzelfde plan."
)

MOST_JOBS = 60
"""More worker processes Windows does not let a program wait for."""


def jobs_option(help_text: str) -> Callable[[Command], Command]:
    """The option `--jobs`: so many worker processes, one per core unless told otherwise."""
    return click.option(
        "--jobs",
        type=click.IntRange(1, MOST_JOBS),
        default=min(os.cpu_count() or 1, MOST_JOBS),
        show_default="één per processorkern",
        help=help_text,
    )


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
        raise WorkbookError("not-writable", path=path)
