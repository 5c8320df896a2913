"""Which licences the installed libraries stand under: found through what each asks for."""

import configparser
import re
from pathlib import Path

import pytest

from optimizer.run.licences import Licensed, licences

SETUP = Path(__file__).parents[1] / "setup.cfg"
LONG = "Permission is hereby granted, free of charge, to any person obtaining a copy of this."


def install(folder: Path, name: str, *lines: str) -> None:
    """A distribution that says this of itself."""
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    head = ("Metadata-Version: 2.4", f"Name: {name}", "Version: 1.0")
    (info / "METADATA").write_text("\n".join((*head, *lines)) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("lines", "licence"),
    [
        (("License-Expression: MIT", "License: old words"), "MIT"),
        (("License: BSD", "Classifier: License :: OSI Approved :: MIT License"), "BSD"),
        ((f"License: {LONG}", "Classifier: License :: OSI Approved :: ISC License"), "ISC License"),
        ((f"License: {LONG}",), LONG),
        (("License: UNKNOWN",), ""),
        ((), ""),
    ],
)
def test_a_licence_in_the_words_of_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], licence: str
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    install(tmp_path, "somelib", *lines)
    assert licences("somelib") == [Licensed("somelib", "1.0", licence)]


def test_all_that_is_asked_for_and_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    asks = ("Requires-Dist: lib_one>=1", 'Requires-Dist: libtwo ; extra == "more"',
            "Requires-Dist: not-here")  # fmt: skip
    install(tmp_path, "program", *asks)
    install(tmp_path, "Lib.One", "Requires-Dist: program", "Requires-Dist: libthree (<2)")
    install(tmp_path, "libtwo", 'Requires-Dist: libfour ; extra == "more"')
    install(tmp_path, "libthree")
    install(tmp_path, "libfour")
    assert [each.name for each in licences("program")] == [
        "lib-one", "libthree", "libtwo", "program",
    ]  # fmt: skip


def test_what_the_program_needs_is_listed_with_a_licence() -> None:
    config = configparser.ConfigParser()
    config.read(SETUP, encoding="utf-8")
    needed = re.findall(r"^[\w-]+", config["options"]["install_requires"], flags=re.MULTILINE)
    said = {each.name: each.licence for each in licences()}
    assert "ortools" in needed
    assert all(said[name] for name in needed)
