"""Click's own words in Dutch: headings, usage errors and questions.

Click passes each of its texts through gettext, which chooses a language by the environment and
reads compiled catalogues only. The program speaks Dutch on every machine, so the function that
click's modules bound at import is replaced by one that looks into `DUTCH` first.
"""

import gettext
import sys
from datetime import datetime
from types import ModuleType

import click

DUTCH = {
    "Usage:": "Gebruik:",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Positional arguments": "Argumenten",
    "Show this message and exit.": "Toon deze hulp.",
    "Show the version and exit.": "Toon de versie.",
    "%(prog)s, version %(version)s": "%(prog)s, versie %(version)s",
    "default: {default}": "standaard: {default}",
    "env var: {var}": "omgevingsvariabele: {var}",
    "required": "verplicht",
    "deprecated": "verouderd",
    "(dynamic)": "(wisselt)",
    "file": "bestand",
    "directory": "map",
    "path": "pad",
    "Error: {message}": "Fout: {message}",
    "Try '{command} {option}' for help.": "Typ ‘{command} {option}’ voor hulp.",
    "Missing command.": "Er ontbreekt een opdracht.",
    "Missing argument": "Dit ontbreekt:",
    "Missing option": "Deze optie ontbreekt:",
    "Missing parameter": "Dit ontbreekt:",
    "Missing parameter: {param_name}": "Dit ontbreekt: {param_name}",
    "Missing {param_type}": "Dit ontbreekt:",
    "No such command {name!r}.": "De opdracht ‘{name}’ bestaat niet.",
    "No such option {name!r}.": "De optie ‘{name}’ bestaat niet.",
    "Did you mean {possibility}?": "Bedoelt u {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Bedoelt u één van deze: {possibilities}?",
    "Got unexpected extra argument ({args})": "Dit hoort er niet bij: {args}",
    "Got unexpected extra arguments ({args})": "Dit hoort er niet bij: {args}",
    "Option {name!r} does not take a value.": "Bij de optie ‘{name}’ hoort geen waarde.",
    "Option {name!r} requires an argument.": "Bij de optie ‘{name}’ hoort een waarde.",
    "Option {name!r} requires {nargs} arguments.": "Bij de optie ‘{name}’ horen {nargs} waarden.",
    "Argument {name!r} takes {nargs} values.": "Bij ‘{name}’ horen {nargs} waarden.",
    "Takes {nargs} values but 1 was given.": "Hier horen {nargs} waarden; er is er één.",
    "Takes {nargs} values but {len} were given.": "Hier horen {nargs} waarden; er zijn er {len}.",
    "{len_type} values are required, but {len_value} was given.": (
        "Hier horen {len_type} waarden; er is er {len_value}."
    ),
    "{len_type} values are required, but {len_value} were given.": (
        "Hier horen {len_type} waarden; er zijn er {len_value}."
    ),
    "Value must be an iterable.": "Hier horen meer waarden.",
    "Invalid value: {message}": "Verkeerde waarde: {message}",
    "Invalid value for {param_hint}: {message}": "Verkeerde waarde bij {param_hint}: {message}",
    "{value!r} is not a valid {number_type}.": "‘{value}’ is geen {number_type}.",
    "{value} is not in the range {range}.": "{value} mag hier niet; verwacht wordt {range}.",
    "{value!r} is not {choice}.": "‘{value}’ is geen {choice}.",
    "{value!r} is not one of {choices}.": "‘{value}’ is geen van deze: {choices}.",
    "Choose from:\n\t{choices}": "Kies uit:\n\t{choices}",
    "Choice({choices})": "Keuze({choices})",
    "{value!r} is not a valid boolean. Recognized values: {states}": (
        "‘{value}’ is geen ja of nee. Kies uit: {states}"
    ),
    "{value!r} is not a valid UUID.": "‘{value}’ is geen UUID.",
    "{value!r} does not match the format {format}.": "‘{value}’ heeft niet de vorm {format}.",
    "{value!r} does not match the formats {formats}.": (
        "‘{value}’ heeft geen van deze vormen: {formats}."
    ),
    "{name} {filename!r} does not exist.": "{name} ‘{filename}’ bestaat niet.",
    "{name} {filename!r} is a file.": "{name} ‘{filename}’ is een bestand.",
    "{name} {filename!r} is a directory.": "{name} ‘{filename}’ is een map.",
    "{name} {filename!r} is not readable.": "{name} ‘{filename}’ kan niet gelezen worden.",
    "{name} {filename!r} is not writable.": "{name} ‘{filename}’ kan niet geschreven worden.",
    "{name} {filename!r} is not executable.": "{name} ‘{filename}’ kan niet uitgevoerd worden.",
    "Could not open file {filename!r}: {message}": "‘{filename}’ gaat niet open: {message}",
    "unknown error": "onbekende fout",
    "Aborted!": "Gestopt.",
    "Do you want to continue?": "Wilt u verdergaan?",
    "Confirm the action without prompting.": "Vraag geen bevestiging.",
    "Press any key to continue...": "Druk op een toets om verder te gaan …",
    "Repeat for confirmation": "Nog eens, ter bevestiging",
    "Error: The two entered values do not match.": "Fout: dat is twee keer iets anders.",
    "Error: invalid input": "Fout: dat is geen antwoord op de vraag",
}


def _range_in_words(least: float | None, most: float | None) -> str:
    """`minstens 0,1`, `hoogstens 9`, or `van 1 tot 9`."""
    low, high = (str(each).replace(".", ",") for each in (least, most))
    if least is None or most is None:
        return f"hoogstens {high}" if least is None else f"minstens {low}"
    return f"van {low} tot {high}"


class WholeNumber(click.IntRange):
    """A whole number, called so when it is none."""

    name = "geheel getal"

    def _describe_range(self) -> str:
        return _range_in_words(self.min, self.max)


class Number(click.FloatRange):
    """A number, called so when it is none."""

    name = "getal"

    def _describe_range(self) -> str:
        return _range_in_words(self.min, self.max)


class Day(click.DateTime):
    """A date, as people here type it or as computers do."""

    name = "datum"

    def __init__(self) -> None:
        super().__init__(("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"))

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The day; what is none is told with two examples, not with the codes of the forms."""
        try:
            day: datetime = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"‘{value}’ is geen datum. Typ ze zoals 2027-02-01 of 1/2/2027.", param, ctx)
        return day


def speak_dutch() -> None:
    """Make click look its texts up here; what is not here stays as it is."""
    for module in list(sys.modules.values()):
        if isinstance(module, ModuleType) and module.__name__.split(".")[0] == "click":
            for name, english, dutch in (
                ("_", gettext.gettext, _one),
                ("ngettext", gettext.ngettext, _one_or_more),
            ):
                if vars(module).get(name) is english:
                    setattr(module, name, dutch)


def name_parts(command: click.Command) -> None:
    """Say in Dutch what may follow the name of a command, and of those below it.

    In a list of commands the first sentence of each stands as a whole: click would cut it off.
    """
    command.options_metavar = "[OPTIES]"
    command.short_help = " ".join((command.help or "").partition(".")[0].split())
    if isinstance(command, click.Group):
        command.subcommand_metavar = "OPDRACHT [ARGUMENTEN]..."
        for each in command.commands.values():
            name_parts(each)


def _one(text: str) -> str:
    return DUTCH.get(text, text)


def _one_or_more(one: str, more: str, count: int) -> str:
    return _one(one if count == 1 else more)
