"""One language: Dutch names, with English ones for scripts, and Dutch words of click itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from command_line import run

from optimizer.cli.aliases import COMMANDS, OPTIONS
from optimizer.cli.dutch import DUTCH
from optimizer.cli.exits import Exit
from optimizer.cli.main import main

FOR_MAKERS = {
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Could not determine name for option with declarations {decls!r}",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument "
    "instead? Did you mean to pass '--{name}'?",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Name '{name}' defined twice",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Invalid start character for option ({option})",
    "Unknown color {colour!r}",
    "Unknown standard stream '{name}'",
}
"""What click says to who declares a command wrongly; no user can see it."""
ASKED_BY_CLICK = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
ENGLISH = re.compile(r"Usage|Options|Commands|OPTIONS|ARGS|COMMAND|FILE|TEXT|INTEGER|FLOAT|RANGE|"
                     r"Show this|default|required|Error|None")  # fmt: skip


def texts_of_click() -> Iterator[str]:
    """Every text that click may show while a command is read."""
    for name in ASKED_BY_CLICK:
        source = Path(click.__file__).with_name(f"{name}.py").read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"_", "ngettext"}:
                for word in node.args[: 2 if ast.unparse(node.func) == "ngettext" else 1]:
                    if isinstance(word, ast.Constant):
                        yield str(word.value)


def test_every_text_of_click_has_a_dutch_one() -> None:
    texts = set(texts_of_click())
    assert len(texts) > 40
    assert texts - FOR_MAKERS - DUTCH.keys() == set()


def test_a_dutch_text_asks_for_nothing_that_click_does_not_give() -> None:
    def fields(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)", text))

    assert [text for text, dutch in DUTCH.items() if not fields(dutch) <= fields(text)] == []


def command_lines(group: click.Group) -> Iterator[tuple[str, ...]]:
    """The words of every command, and of those below it."""
    yield ()
    for name, command in group.commands.items():
        below = command_lines(command) if isinstance(command, click.Group) else [()]
        yield from ((name, *rest) for rest in below)


@pytest.mark.parametrize("words", list(command_lines(main)), ids=" ".join)
def test_help_is_dutch(words: tuple[str, ...]) -> None:
    told = run(*words, "--hulp")
    assert (told.code, told.err) == (Exit.DONE, "")
    assert told.out.startswith("Gebruik: taakverdeler")
    assert ENGLISH.findall(told.out) == []
    names = f"taakverdeler (?:{'|'.join(COMMANDS)})\\b|--(?:{'|'.join(OPTIONS)})\\b"
    assert re.findall(names, told.out) == []


@pytest.mark.parametrize(("english", "dutch"), COMMANDS.items())
def test_an_english_command_is_the_dutch_one(english: str, dutch: str) -> None:
    assert run(english, "--help") == run(dutch, "--hulp") != run("--hulp")


def options() -> Iterator[tuple[str, str]]:
    """Every command with an English name of an option that it has."""
    for name, command in main.commands.items():
        known = {opt for each in command.params for opt in each.opts} | {"--hulp"}
        yield from ((name, english) for english, dutch in OPTIONS.items() if f"--{dutch}" in known)


@pytest.mark.parametrize(("name", "english"), list(options()))
def test_an_english_option_is_the_dutch_one(name: str, english: str) -> None:
    command = main.commands[name]
    context = click.Context(command, parent=click.Context(main, **main.context_settings))
    read = [
        command.make_parser(context).parse_args([f"--{word}", "5"])
        for word in (english, OPTIONS[english])
    ]
    assert read[0] == read[1]


def test_every_english_option_belongs_to_a_command() -> None:
    assert {english for _, english in options()} == OPTIONS.keys()


def refused(*words: str | Path) -> str:
    """What the program says of a wrong command."""
    told = run(*words)
    assert (told.code, told.out) == (Exit.USAGE, "")
    assert ENGLISH.findall(told.err.replace("FOUT", "")) == []
    return told.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["controle"], "De opdracht ‘controle’ bestaat niet. Bedoelt u 'controleer'?"),
        (["controleer", "x.xlsx", "--jsn"], "De optie ‘--jsn’ bestaat niet. Bedoelt u '--json'?"),
        (["controleer"], "--hulp’ voor hulp.\n\nFout: Dit ontbreekt: 'WERKBOEK'."),
        (["controleer", "weg.xlsx"], "bij 'WERKBOEK': Bestand ‘weg.xlsx’ bestaat niet."),
        (["controleer", "."], "Bestand ‘.’ is een map."),
        (["sjabloon", "a.xlsx", "b.xlsx"], "Dit hoort er niet bij: b.xlsx"),
        (["populatie", "-o", "x"], "Deze optie ontbreekt: '--scholen'."),
        (["populatie", "--scholen", "1.5"], "bij '--scholen': ‘1.5’ is geen geheel getal."),
        (["populatie", "--scholen", "0"], "0 mag hier niet; verwacht wordt van 1 tot 100000."),
        (["optimaliseer", __file__, "--tijd", "0"], "verwacht wordt minstens 0,1."),
        (["optimaliseer", __file__, "--tijd", "lang"], "bij '--tijd': ‘lang’ is geen getal."),
        (["optimaliseer", __file__, "--tijd"], "Bij de optie ‘--tijd’ hoort een waarde."),
        (["optimaliseer", __file__, "--stil=ja"], "Bij de optie ‘--stil’ hoort geen waarde."),
        (["verklaar", __file__, "--waarom-niet", "T1"], "optie ‘--waarom-niet’ horen 2 waarden."),
    ],
)  # fmt: skip
def test_a_wrong_command_is_refused_in_dutch(words: list[str], said: str) -> None:
    told = refused(*words)
    assert f"Fout: {told.partition('Fout: ')[2]}" in told
    assert said in told
