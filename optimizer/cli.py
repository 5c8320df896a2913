"""The command line: options in, one call of the pipeline, words and an exit code out.

Heavy libraries are imported inside the commands, so that `--help` answers at once.
"""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.errors import WorkbookError
from optimizer.exits import Exit, end, exit_codes_help, guarded, say
from optimizer.versions import foreign_owners, versions

if TYPE_CHECKING:
    from optimizer.pipeline import Optimized

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUT = click.Path(dir_okay=False, path_type=Path)
JSON = click.option("--json", "as_json", is_flag=True, help="Schrijf het resultaat als JSON.")

COLUMNS = click.option(
    "--kolommen", "columns", type=FILE, help="Hoe uw bladen en kolommen heten (TOML)."
)


def _example(command: str) -> str:
    """The end of a help text: how the command is typed."""
    return f"\b\nVoorbeeld:\n  {command}"


@click.group(epilog=exit_codes_help(), context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Verdeelt de ICT-taken van een school over haar mensen, bewijsbaar zo goed als het kan."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


@main.command(epilog=_example("taakverdeler template mijn_school.xlsx"))
@click.argument("out", type=OUT)
@click.option(
    "--voorbeeld", "example", help="Vul het werkboek met een verzonnen voorbeeld: school of groep."
)
@guarded
def template(out: Path, example: str | None) -> None:
    """Maak een nieuw werkboek om in te vullen."""
    from optimizer.workbook.template import write_template

    _refuse_existing(out)
    _check_folder(out)
    write_template(out, example)
    click.echo(f"{out} is gemaakt. Begin bij het blad ‘Leesmij’.")


@main.command(
    name="import", epilog=_example("taakverdeler import overzicht.xlsx -o mijn_school.xlsx")
)
@click.argument("source", type=FILE)
@click.option("-o", "--output", type=OUT, required=True, help="Het werkboek dat gemaakt wordt.")
@click.option("--kolommen", "columns", type=FILE, help="Lees het overzicht zoals hier beschreven.")
@click.option("--bewaar-kolommen", "kept", type=OUT, help="Schrijf op hoe het gelezen is (TOML).")
@guarded
def import_tasks(source: Path, output: Path, columns: Path | None, kept: Path | None) -> None:
    """Maak een werkboek van een bestaand takenoverzicht, in welke opmaak ook."""
    from optimizer.importing.importer import import_overview
    from optimizer.importing.map_file import write_map
    from optimizer.importing.map_reading import read_map
    from optimizer.importing.sentences import DONE, MAP_WRITTEN, NEXT

    for path in [output, *([kept] if kept else [])]:
        _refuse_existing(path)
        _check_folder(path)
    imported = import_overview(source, output, read_map(columns) if columns else None)
    done = asdict(imported.counts) | {"source": source, "target": output}
    click.echo(DONE.format_map(done))
    if kept:
        write_map(kept, imported.source_map, source.name)
        click.echo(MAP_WRITTEN.format(path=kept))
    click.echo(NEXT.format_map(done))


@main.command(epilog=_example("taakverdeler check mijn_school.xlsx"))
@click.argument("workbook", type=FILE)
@COLUMNS
@JSON
@guarded
def check(workbook: Path, columns: Path | None, as_json: bool) -> None:
    """Kijk een werkboek na zonder te rekenen; er wordt niets geschreven."""
    from optimizer.pipeline import check_workbook
    from optimizer.report.console_text import issue_lines
    from optimizer.report.json_result import dumps, issues_json

    checked = check_workbook(workbook, columns)
    if as_json:
        click.echo(dumps({"usable": checked.is_usable, "issues": issues_json(checked.issues)}))
    else:
        for line in issue_lines(checked.issues):
            click.echo(line)
    if not checked.is_usable:
        sys.exit(Exit.INVALID)


@main.command(epilog=_example("taakverdeler optimize mijn_school.xlsx -o mijn_plan.xlsx"))
@click.argument("workbook", type=FILE)
@click.option("-o", "--output", type=OUT, help="Uitvoer; zonder: NAAM_plan.xlsx naast de invoer.")
@click.option(
    "--in-place", is_flag=True, help="Schrijf in het werkboek zelf; een kopie blijft bewaard."
)
@COLUMNS
@click.option("--tijd", "time_limit", type=click.FloatRange(min=0.1), help="Seconden rekentijd.")
@click.option("--zaad", "seed", type=click.IntRange(0, 2**31 - 1), help="Startgetal.")
@click.option("--deterministic", is_flag=True, help="Zelfde werkboek, altijd hetzelfde plan.")
@click.option(
    "--tweede-mening", "second_opinion", is_flag=True, help="Laat elk bewijs nog eens narekenen."
)
@click.option("--quiet", is_flag=True, help="Geen voortgang en geen samenvatting.")
@JSON
@guarded
def optimize(
    workbook: Path,
    output: Path | None,
    in_place: bool,
    columns: Path | None,
    time_limit: float | None,
    seed: int | None,
    deterministic: bool,
    second_opinion: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Maak het beste plan en schrijf het in een kopie van het werkboek.

    Een bestand dat vervangen wordt, blijft bewaard als NAAM.DATUM_UUR.bak.xlsx.
    """
    from models.settings import Settings
    from optimizer.cpsat.parameters import SolveOptions
    from optimizer.interrupts import stopping_on_signals
    from optimizer.pipeline import optimize_workbook
    from optimizer.progress import ProgressLine

    def options(settings: Settings) -> SolveOptions:
        return SolveOptions(
            time_limit=float(settings.time_limit) if time_limit is None else time_limit,
            seed=settings.seed if seed is None else seed,
            deterministic=deterministic,
            second_opinion=second_opinion,
        )

    target = _target(workbook, output, in_place=in_place)
    _check_folder(target)
    progress = ProgressLine(sys.stderr, enabled=sys.stderr.isatty() and not quiet)
    with stopping_on_signals() as stop, progress:
        done = optimize_workbook(workbook, target, options, stop, progress, columns)
    _print_result(done, quiet=quiet, as_json=as_json)


def _print_result(done: "Optimized", *, quiet: bool, as_json: bool) -> None:
    from optimizer.report.certificate_text import certificate_lines
    from optimizer.report.console_text import issue_lines, result_lines
    from optimizer.report.json_result import dumps, result_json

    if as_json:
        click.echo(dumps(result_json(done.answer, done.issues, done.written)))
    elif not quiet:
        for line in result_lines(done.answer):
            click.echo(line)
    if not quiet:
        for line in issue_lines(done.issues) if done.issues else ():
            say(line)
        for line in certificate_lines(done.written):
            say(line)


@main.command(
    name="anonimiseer",
    epilog=_example("taakverdeler anonimiseer mijn_school.xlsx -o onderzoek.xlsx"),
)
@click.argument("workbook", type=FILE)
@click.option("-o", "--output", type=OUT, required=True, help="Het werkboek dat gemaakt wordt.")
@COLUMNS
@guarded
def anonymise(workbook: Path, output: Path, columns: Path | None) -> None:
    """Maak een werkboek voor onderzoek, met codes in plaats van namen."""
    from optimizer.pipeline import anonymise_workbook
    from optimizer.report.anonymous_text import anonymous_lines

    _refuse_existing(output)
    _check_folder(output)
    done = anonymise_workbook(workbook, output, columns)
    for line in anonymous_lines(done, output):
        click.echo(line)


@main.command(name="versions")
@JSON
def show_versions(as_json: bool) -> None:
    """Toon de versies van het programma en zijn bibliotheken."""
    found, others = versions(), foreign_owners()
    if as_json:
        from optimizer.report.json_result import dumps

        click.echo(
            dumps({"versions": found, "conflicts": {k: sorted(v) for k, v in others.items()}})
        )
        return
    for name, number in found.items():
        click.echo(f"{name} {number}")
    for name, owners in others.items():
        click.echo(
            f"LET OP: ook {', '.join(sorted(owners))} installeert ‘{name}’. "
            "Installeer taakverdeler in een eigen omgeving."
        )


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise click.UsageError(f"{path} bestaat al; kies een andere naam.")


def _check_folder(path: Path) -> None:
    """Refuse a file that has no folder to stand in, before any work is done for it."""
    if not path.parent.is_dir():
        raise WorkbookError("not-writable", path=path)


def _target(workbook: Path, output: Path | None, *, in_place: bool) -> Path:
    """Where the plan goes: over the input only when asked, over an earlier plan when named."""
    if in_place:
        if output is not None:
            raise click.UsageError("Kies: --in-place of -o, niet allebei.")
        return workbook
    if output is None:
        target = workbook.with_name(f"{workbook.stem}_plan{workbook.suffix}")
        if target.exists():
            raise click.UsageError(f"{target} bestaat al; geef met -o waar het plan moet komen.")
        return target
    if output.suffix.lower() != workbook.suffix.lower():
        raise click.UsageError(
            f"De uitvoer moet eindigen op {workbook.suffix}, zoals de invoer; "
            "anders opent Excel ze niet."
        )
    if output.exists() and output.samefile(workbook):
        raise click.UsageError(
            "De uitvoer mag niet over de invoer heen; kies een andere naam, of --in-place."
        )
    return output


def run() -> None:
    """The program itself: `main`, and an end that no solver holds up."""
    try:
        main()
    except SystemExit as leaving:
        end(leaving)
