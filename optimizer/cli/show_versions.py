"""`taakverdeler versies`."""

import sys
from dataclasses import asdict

import click

from optimizer.cli.exits import Exit
from optimizer.cli.options import JSON, example_line
from optimizer.cli.program import show_document
from optimizer.report.doctor_text import conflict_lines, doctor_lines
from optimizer.run.licences import licences
from optimizer.run.versions import foreign_owners, versions


@click.command(name="versies", epilog=example_line("taakverdeler versies --controle"))
@click.option(
    "--controle", "checks", is_flag=True,
    help="Kijk ook na wat ontbreekt, en maak een proefplan van tien taken.",
)  # fmt: skip
@click.option(
    "--licenties", "licensed", is_flag=True,
    help="Toon de licentie van elke bibliotheek die geïnstalleerd is.",
)  # fmt: skip
@JSON
def show_versions(checks: bool, licensed: bool, as_json: bool) -> None:
    """Toon de versies van het programma en zijn bibliotheken."""
    if checks:
        _check_up(as_json=as_json)
    elif licensed:
        _show_licences(as_json=as_json)
    else:
        _show_versions(as_json=as_json)


def _show_versions(*, as_json: bool) -> None:
    found, others = versions(), foreign_owners()
    if as_json:
        conflicts = {name: sorted(owners) for name, owners in others.items()}
        show_document({"versions": found, "conflicts": conflicts})
        return
    for name, number in found.items():
        click.echo(f"{name} {number}")
    for line in conflict_lines(others):
        click.echo(line)


def _show_licences(*, as_json: bool) -> None:
    found = licences()
    if as_json:
        show_document({"licences": [asdict(each) for each in found]})
        return
    for each in found:
        click.echo(f"{each.name} {each.version}: {each.licence or 'licentie niet vermeld'}")


def _check_up(*, as_json: bool) -> None:
    from optimizer.flows.doctor import check_up

    found = check_up()
    if as_json:
        show_document({
            "versions": dict(found.versions),
            "system": found.system,
            "conflicts": {name: sorted(owners) for name, owners in found.conflicts.items()},
            "missing": {lack.extra: list(lack.modules) for lack in found.lacks},
            "planned": found.planned,
        })  # fmt: skip
    else:
        for line in doctor_lines(found):
            click.echo(line)
    if not found.planned:
        sys.exit(Exit.INTERNAL)
