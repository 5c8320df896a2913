"""What of the program is installed on a machine, and what lacks for which command."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec

EXTRAS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "app": (("app",), ("jinja2", "starlette", "uvicorn")),
    "report": (("verslag",), ("jinja2", "matplotlib")),
    "papieren": (("bladen",), ("fpdf", "icalendar", "matplotlib")),
    "vacature": (("vacature",), ("docx",)),
    "study": (("simuleer",), ("pyarrow", "scipy", "jinja2", "matplotlib")),
    "cluster": (("simuleer --cluster",), ("distributed",)),
}
"""Per extra of the package: the commands that need it, and the modules that it brings."""


@dataclass(frozen=True)
class Lack:
    """An extra that is not whole: which commands wait for it, and which modules are missing."""

    extra: str
    commands: tuple[str, ...]
    modules: tuple[str, ...]


@dataclass(frozen=True)
class Checkup:
    """How the program stands on this machine.

    `planned` says whether a plan of ten tasks was made, proven and accepted by the checker;
    `failure` names the kind of error when it was not.
    """

    versions: Mapping[str, str]
    system: str
    conflicts: Mapping[str, frozenset[str]]
    lacks: tuple[Lack, ...]
    planned: bool
    failure: str = ""


def is_bundled() -> bool:
    """Whether the program runs from a bundle that brings its own Python."""
    return bool(getattr(sys, "frozen", False))


def find_lacks() -> list[Lack]:
    """Every extra that is not whole."""
    found = []
    for extra, (commands, modules) in EXTRAS.items():
        missing = tuple(name for name in modules if find_spec(name) is None)
        if missing:
            found.append(Lack(extra, commands, missing))
    return found
