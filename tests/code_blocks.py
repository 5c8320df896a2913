"""What is written as code in the documentation, run as a reader would run it, page by page.

A page is read from top to bottom in a folder of its own: what one block writes, the next one opens.
"""

import os
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

from command_line import run
from readers_acts import between, renamed_example
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser

from optimizer.cli.exits import Exit

ROOT = Path(__file__).parents[1]
NOT_RUN = {
    "apt install": "installs on the machine; `.ci/run` installs the same",
    "pipx install": "asks the network; `make pakket` tries it on the wheel",
    "uv tool install": "asks the network; `make pakket` tries it on the wheel",
    "py -m pip": "the launcher of Python on Windows",
    "py -m pipx": "the launcher of Python on Windows",
    "winget install": "the package manager of Windows",
    "cd $HOME": "PowerShell; the test has a folder of its own",
    "Set-Alias": "PowerShell; the test runs what is in the sources",
    ".venv/bin/python -m benchmarks.batch_speed": "measures for minutes",
    ".venv/bin/python -m benchmarks.study_growth": "measures for an hour",
}
"""Beginnings of commands that cannot run in a test, each with why."""
SHORTER = {"--tijd": "1", "--scholen": "4", "--werkers": "1"}
"""Options whose value only says how much work it is, with a value for a test."""
LEFT_OUT = {"--curven"}
"""Options that ask for minutes of work, which other tests try on a smaller school."""
FEWER = {"schools=60": "schools=1", "replications=5": "replications=1"}
"""What a block of Python says of how much work it is, and what it says in a test."""
OTHER_LANGUAGES = {"text"}
"""Blocks that hold nothing to run: pictures in letters, output, pseudocode."""


def shell(example: Example) -> None:
    """Run a block of commands, line by line."""
    for line in str(example.parsed).splitlines():
        words = shlex.split(line.replace("$HOME\\", "./").replace("\\", "/"), comments=True)
        if words and not any(line.startswith(start) for start in NOT_RUN):
            _run_line(words)


def _run_line(words: list[str]) -> None:
    """Run one command; it must do what the page says, which is to succeed."""
    command = _shortened(words[1:])
    between(command)
    if words[0] == "taakverdeler":
        done = run(*command)
        assert done.code == _promised(command), f"{shlex.join(words)}\n{done.text}"
    elif words[0] == "make":
        _apart(["make", "--dry-run", *words[1:]], ROOT)
    else:
        assert words[0] == ".venv/bin/python", f"nothing says how to try: {shlex.join(words)}"
        _apart([sys.executable, *words[1:]], Path.cwd())


def _promised(command: list[str]) -> Exit:
    """What the command ends with: it succeeds, or it shows the conflict that it was asked for."""
    shows = "--conflict" in command and "--aanvaard" not in command
    return Exit.INFEASIBLE if shows else Exit.DONE


def _shortened(words: list[str]) -> list[str]:
    """The same command with less work."""
    before = ["", *words]
    shorter = [SHORTER.get(option, word) for option, word in zip(before, words, strict=False)]
    return [word for word in shorter if word not in LEFT_OUT]


def _apart(command: list[str], folder: Path) -> None:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, f"{shlex.join(command)}\n{done.stdout}{done.stderr}"


def own_names(example: Example) -> None:
    """Give names of one's own to a workbook that has them, and have it read with them."""
    text = str(example.parsed)
    Path("kolommen.toml").write_text(text, encoding="utf-8")
    renamed_example(Path("overzicht.xlsx"), tomllib.loads(text)["bladen"])
    done = run("controleer", "overzicht.xlsx", "--kolommen", "kolommen.toml")
    assert done.code == 0, done.text


def python(example: Example) -> None:
    """Run a block of Python, with what the blocks before it on the page defined."""
    text = str(example.parsed)
    for much, less in FEWER.items():
        text = text.replace(much, less)
    exec(compile(text, example.path, "exec"), example.namespace)


BLOCKS = Sybil(
    parsers=[
        CodeBlockParser("sh", shell),
        CodeBlockParser("powershell", shell),
        CodeBlockParser("toml", own_names),
        CodeBlockParser("python", python),
    ]
)
RUN_LANGUAGES = {"sh", "powershell", "toml", "python"}


def run_page(page: Path) -> None:
    """Run every block of a page, in the folder we are in."""
    for example in BLOCKS.parse(page).examples():
        example.evaluate()
