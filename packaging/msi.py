"""Makes the MSI of a bundle for Windows: per machine, for all its users, deployed without a window.

`python packaging/msi.py dist/taakverdeler-1.0.0-windows-amd64.zip` writes the MSI beside it.
wixl (of msitools) builds it, on Linux, from the language of WiX 3: the same definition is tried on
every system, and no licence of a newer WiX is needed. A bundle of Linux makes an MSI too, which
shows that the definition is sound and nothing else.
"""

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid5

from release_name import NAME, version

UPGRADE = UUID("6c1d8b5e-3b0f-4c52-9d5a-0f6f2f6f3a41")
"""Says that every version is of one program: never changes, or two versions stand side by side."""
ICON = Path(__file__).parent / "icoon.ico"
WIX = "http://schemas.microsoft.com/wix/2006/wi"
DUTCH_BELGIUM = "2067"
"""The language of the package: the Windows language number of Dutch (Belgium)."""
COMMENTS = "Verdeelt de ICT-taken van een school over haar mensen"
NEWER = "Er staat al een nieuwere versie van taakverdeler op deze computer."


def main() -> None:
    """Make the MSI of the bundle that is named on the command line."""
    archive = Path(sys.argv[1]).resolve()
    target = archive.with_name(f"{archive.name.removesuffix('.zip').removesuffix('.tar.gz')}.msi")
    with tempfile.TemporaryDirectory() as place:
        shutil.unpack_archive(archive, place)
        shutil.copy(ICON, place)
        source = Path(place) / f"{NAME}.wxs"
        definition(Path(place) / NAME).write(source, "utf-8", xml_declaration=True)
        command = ["wixl", "--arch", "x64", "--output", target, source]
        subprocess.run(command, cwd=place, check=True)
    sys.stdout.write(f"{target}\n")


def definition(folder: Path) -> "ET.ElementTree[ET.Element]":
    """What is installed, where, and under which name it is found and removed."""
    root = ET.Element("Wix", xmlns=WIX)
    product = ET.SubElement(
        root, "Product", Id="*", Name=NAME, Language=DUTCH_BELGIUM, Version=version(),
        Manufacturer=NAME, UpgradeCode=_code(UPGRADE),
    )  # fmt: skip
    ET.SubElement(product, "Package", InstallerVersion="500", Compressed="yes",
                  InstallScope="perMachine", Comments=COMMENTS)  # fmt: skip
    ET.SubElement(product, "MajorUpgrade", DowngradeErrorMessage=NEWER)
    ET.SubElement(product, "Media", Id="1", Cabinet="inhoud.cab", EmbedCab="yes")
    _describe(product)
    target = ET.SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = ET.SubElement(target, "Directory", Id="ProgramFiles64Folder")
    place = ET.SubElement(programs, "Directory", Id="INSTALLFOLDER", Name=NAME)
    parts = [*_files(place, folder, folder), _menu(target)]
    feature = ET.SubElement(product, "Feature", Id="Alles", Level="1", Title=NAME)
    for part in parts:
        ET.SubElement(feature, "ComponentRef", Id=part)
    ET.indent(root)
    return ET.ElementTree(root)


def _describe(product: ET.Element) -> None:
    """How it stands in the list of installed programs."""
    ET.SubElement(product, "Icon", Id=ICON.name, SourceFile=ICON.name)
    ET.SubElement(product, "Property", Id="ARPPRODUCTICON", Value=ICON.name)
    ET.SubElement(product, "Property", Id="ARPCOMMENTS", Value=COMMENTS)
    ET.SubElement(product, "Property", Id="ARPNOMODIFY", Value="1")


def _files(place: ET.Element, folder: Path, top: Path) -> Iterator[str]:
    """Enter every file of a folder, and of those below it; the names of the components."""
    for path in sorted(folder.iterdir()):
        name = path.relative_to(top).as_posix()
        if path.is_dir():
            below = ET.SubElement(place, "Directory", Id=_id("d", name), Name=path.name)
            yield from _files(below, path, top)
        else:
            part = ET.SubElement(place, "Component", Id=_id("c", name), Guid=_code(_own(name)),
                                 Win64="yes")  # fmt: skip
            ET.SubElement(part, "File", Id=_id("f", name), Source=f"{NAME}/{name}", KeyPath="yes")
            yield part.attrib["Id"]


def _menu(target: ET.Element) -> str:
    """The shortcut in the start menu of everybody; the name of its component."""
    menu = ET.SubElement(target, "Directory", Id="ProgramMenuFolder")
    part = ET.SubElement(menu, "Component", Id="Snelkoppeling", Guid=_code(_own("menu")))
    ET.SubElement(part, "Shortcut", Id="StartMenu", Name=NAME, Description=COMMENTS,
                  Target=f"[INSTALLFOLDER]{NAME}.exe", WorkingDirectory="INSTALLFOLDER",
                  Icon=ICON.name)  # fmt: skip
    ET.SubElement(part, "RegistryValue", Root="HKLM", Key=f"Software\\{NAME}", Name="menu",
                  Type="integer", Value="1", KeyPath="yes")  # fmt: skip
    return "Snelkoppeling"


def _own(name: str) -> UUID:
    """The same code for the same file in every version, as Windows Installer asks."""
    return uuid5(UPGRADE, name)


def _id(kind: str, name: str) -> str:
    """An identifier for a path: it may hold no slashes, and has at most 72 characters."""
    return f"{kind}{_own(name).hex}"


def _code(code: UUID) -> str:
    return f"{{{str(code).upper()}}}"


if __name__ == "__main__":
    main()
