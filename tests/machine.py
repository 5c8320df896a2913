"""What a test asks of the machine: without it the test is skipped, in CI it fails."""

import os
import shutil
from importlib import import_module
from types import ModuleType
from typing import NoReturn

import pytest

COMPLETE = "MACHINE_IS_COMPLETE"
"""Set by `.ci/run`, which installs everything: there a test that is skipped hides a fault."""


def needs(*programs: str) -> None:
    """Ask for programs that pip does not install."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        lacking(f"not installed: {', '.join(missing)}")


def program(*names: str) -> str:
    """Where a program stands that has another name on other systems."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        lacking(f"not installed: {' or '.join(names)}")
    return found


def library(name: str, reason: str) -> ModuleType:
    """A module of a library that not every set of extras brings."""
    try:
        return import_module(name)
    except ModuleNotFoundError:
        lacking(f"{name} is not installed: {reason}")


def lacking(reason: str) -> NoReturn:
    """End the test, or the whole module, that cannot do without what is lacking."""
    if os.environ.get(COMPLETE):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason, allow_module_level=True)
