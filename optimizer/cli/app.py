"""`taakverdeler app`."""

import sys
from importlib.util import find_spec
from pathlib import Path

import click

from optimizer.cli.dutch import WholeNumber
from optimizer.cli.exits import Exit, RefusalError, guarded, say
from optimizer.cli.options import COLUMNS, FILE, FOLDER, example_line

NEEDED = ("jinja2", "starlette", "uvicorn")
MISSING = (
    "Voor de toepassing ontbreekt {names}. Installeer het programma met zijn toepassing: "
    "pip install 'taakverdeler[app]'."
)
MOST_PORT = 65535
ADDRESS = "De toepassing draait op {url}"
SHORTCUT = "{path} is gemaakt. Dubbelklik erop om de toepassing te openen."
HINT = "Sluit ze met ‘Afsluiten’ in het venster, of hier met Ctrl-C."


@click.command(epilog=example_line("taakverdeler app mijn_school.xlsx"))
@click.argument("workbook", metavar="[WERKBOEK]", type=FILE, required=False)
@click.option("--geen-browser", "quiet", is_flag=True, help="Toon alleen het adres.")
@click.option(
    "--map", "folder", metavar="MAP", type=FOLDER,
    help="Waar nieuwe werkboeken komen; zonder: taakverdeler in Documenten.",
)  # fmt: skip
@click.option(
    "--poort", "port", metavar="N", type=WholeNumber(0, 65535), default=0, help="Vaste poort."
)
@click.option(
    "--snelkoppeling", "shortcut", type=click.Path(file_okay=False, exists=True, path_type=Path),
    metavar="MAP", help="Zet in deze map een bestand om op te dubbelklikken, en doe verder niets.",
)  # fmt: skip
@COLUMNS
@guarded
def app(
    workbook: Path | None,
    quiet: bool,
    folder: Path | None,
    port: int,
    shortcut: Path | None,
    columns: Path | None,
) -> None:
    """Open de toepassing in de browser: alles zonder terminal, alleen op deze computer."""
    missing = missing_libraries()
    if missing:
        raise RefusalError(Exit.INTERNAL, [MISSING.format(names=" en ".join(missing))], "no-extra")
    from optimizer.app.shortcut import write_shortcuts

    if shortcut is not None:
        for path in write_shortcuts(shortcut):
            click.echo(SHORTCUT.format(path=path))
        return
    from optimizer.app.files import default_folder
    from optimizer.app.program import Program
    from optimizer.app.serve import Address, open_browser, serve

    def ready(address: Address) -> None:
        click.echo(ADDRESS.format(url=address.url))
        say(HINT)
        sys.stdout.flush()
        if not quiet:
            open_browser(address)

    program = Program(folder=folder or default_folder(), columns=columns)
    serve(program, workbook, port=port, on_ready=ready)


def missing_libraries() -> list[str]:
    """What the application needs and is not installed."""
    return [name for name in NEEDED if find_spec(name) is None]
