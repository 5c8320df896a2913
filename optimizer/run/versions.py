"""Which versions make a plan, and whether the installed names are really ours."""

import platform
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, packages_distributions, version

DISTRIBUTION = "taakverdeler"
LIBRARIES = ("ortools", "highspy", "openpyxl", "pandas", "rapidfuzz", "click")
OWN_PACKAGES = ("models", "optimizer")


def versions() -> dict[str, str]:
    """Versions of the program, its libraries and Python, without importing the libraries."""
    found = {name: version(name) for name in (DISTRIBUTION, *LIBRARIES)}
    return found | {"python": platform.python_version()}


def installed(names: Iterable[str]) -> dict[str, str]:
    """The versions of those distributions that are installed."""
    found: dict[str, str] = {}
    for name in names:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def versions_line() -> str:
    """The versions that decide a plan, on one line."""
    found = versions()
    deciding = (DISTRIBUTION, "ortools", "highspy", "python")
    return ", ".join(f"{name} {found[name]}" for name in deciding)


def foreign_owners() -> dict[str, set[str]]:
    """Distributions other than ours that also install a package with one of our names."""
    owners = packages_distributions()
    found = {name: set(owners.get(name, ())) - {DISTRIBUTION} for name in OWN_PACKAGES}
    return {name: others for name, others in found.items() if others}
