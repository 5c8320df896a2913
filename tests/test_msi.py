"""What the MSI for Windows promises: for all users, one program in the list, removed as a whole."""

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"
FILES = ("taakverdeler.exe", "_internal/libs/a.dll", "_internal/een map/b.dll")


def bundle(folder: Path) -> Path:
    """A folder that looks like a bundle."""
    for name in FILES:
        path = folder / "taakverdeler" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder / "taakverdeler"


def made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> ET.Element:
    """The definition as whoever builds it reads it."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    sys.modules.pop("msi", None)
    import msi  # type: ignore[import-not-found]  # beside the scripts, not in a package

    path = folder / "taakverdeler.wxs"
    msi.definition(bundle(folder)).write(path, "utf-8", xml_declaration=True)
    return ET.parse(path).getroot()


def every(root: ET.Element, kind: str) -> list[ET.Element]:
    return list(root.iter(f"{WIX}{kind}"))


def test_every_file_is_installed_and_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = made(tmp_path, monkeypatch)
    assert {each.get("Source") for each in every(root, "File")} == {
        f"taakverdeler/{name}" for name in FILES
    }
    parts = {each.get("Id") for each in every(root, "Component")}
    assert parts == {each.get("Id") for each in every(root, "ComponentRef")}
    assert len(parts) == len(FILES) + 1


def test_it_is_one_program_for_all_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = made(tmp_path, monkeypatch)
    (product,) = every(root, "Product")
    assert f"version = {product.get('Version')}\n" in (ROOT / "setup.cfg").read_text("utf-8")
    assert [each.get("InstallScope") for each in every(root, "Package")] == ["perMachine"]
    assert len(every(root, "MajorUpgrade")) == 1
    (shortcut,) = every(root, "Shortcut")
    assert shortcut.get("Target") == "[INSTALLFOLDER]taakverdeler.exe"
    properties = {each.get("Id"): each.get("Value") for each in every(root, "Property")}
    assert properties["ARPPRODUCTICON"] in {each.get("Id") for each in every(root, "Icon")}


def test_a_file_keeps_its_code_in_every_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (
        [each.get("Guid") for each in every(made(tmp_path / name, monkeypatch), "Component")]
        for name in ("een", "twee")
    )
    assert first == second
    assert len(set(first)) == len(first)
