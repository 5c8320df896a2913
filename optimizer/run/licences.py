"""Under which licences the installed libraries stand, from what they say themselves."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from optimizer.run.versions import DISTRIBUTION

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
"""The name that a requirement begins with (PEP 508)."""
_CLASSIFIER = "License :: "
_LONGEST = 60
"""A field that is longer holds the text of a licence instead of its name."""

_NOT_SAID = "UNKNOWN"
"""What older tools write where nothing is said."""


@dataclass(frozen=True, order=True)
class Licensed:
    """A library with its version, and its licence in its own words; empty when it names none."""

    name: str
    version: str
    licence: str


def licences(root: str = DISTRIBUTION) -> list[Licensed]:
    """The program and every library that it or one of its extras asks for and that is installed."""
    found: dict[str, Distribution] = {}
    waiting = [root]
    while waiting:
        name = waiting.pop()
        with suppress(PackageNotFoundError):
            each = distribution(name)
            key = _normal(each.metadata["Name"])
            if key not in found:
                found[key] = each
                waiting += _required(each, with_extras=name == root)
    return sorted(Licensed(name, each.version, _licence(each)) for name, each in found.items())


def _normal(name: str) -> str:
    """A name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _required(each: Distribution, *, with_extras: bool) -> Iterator[str]:
    """What it asks for; the extras of a library are not asked for by the program."""
    for line in each.requires or ():
        named = _NAME.match(line)
        if named and (with_extras or "extra ==" not in line):
            yield named.group()


def _licence(each: Distribution) -> str:
    """The expression (PEP 639), else the field when it is short, else the classifiers."""
    expression = _said(each, "License-Expression")
    field = _said(each, "License")
    field = "" if field == _NOT_SAID else field
    if expression or (field and len(field) <= _LONGEST and "\n" not in field):
        return expression or field
    lines = each.metadata.get_all("Classifier") or []
    names = [str(line).rsplit(" :: ", 1)[-1] for line in lines if line.startswith(_CLASSIFIER)]
    return ", ".join(names) or field.partition("\n")[0]


def _said(each: Distribution, field: str) -> str:
    """The first value of a field; empty without one."""
    return next(iter(each.metadata.get_all(field) or ("",)), "").strip()
