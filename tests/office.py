"""LibreOffice as a second opinion: what it prints of a workbook, and what it keeps of one."""

import re
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from openpyxl import load_workbook
from package_files import parts_of

RESOLUTION = 40
_PATIENCE = 240
_KINDS = ("charts/chart", "media/", "tables/table", "ctrlProps/", "comments")
_NAME = re.compile(rb'<definedName [^>]*?name="([^"]+)"[^>]*>([^<]*)<')


class Page(NamedTuple):
    """A printed page: its words, and its picture as pixels."""

    text: str
    picture: bytes


def converted(kind: str, sources: Sequence[Path], folder: Path) -> list[Path]:
    """The workbooks as LibreOffice saves them in another format, or in their own."""
    home = f"-env:UserInstallation=file://{_home().name}"
    command = ["soffice", home, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    _run([*command, *map(str, sources)])
    return [folder / f"{source.stem}.{kind}" for source in sources]


@cache
def _home() -> tempfile.TemporaryDirectory[str]:
    """Settings that all conversions of a process share: making them takes longer than reading."""
    return tempfile.TemporaryDirectory(prefix="office")


def pages(pdf: Path) -> Mapping[str, list[Page]]:
    """The pages of each sheet, when every sheet prints its name alone in the first line."""
    _run(["pdftotext", "-layout", str(pdf), str(pdf.with_suffix(".txt"))])
    _run(["pdftoppm", "-r", str(RESOLUTION), str(pdf), str(pdf.with_suffix(""))])
    texts = pdf.with_suffix(".txt").read_text(encoding="utf-8").split("\f")[:-1]
    pictures = sorted(pdf.parent.glob(f"{pdf.stem}-*.ppm"))
    found: defaultdict[str, list[Page]] = defaultdict(list)
    for text, picture in zip(texts, pictures, strict=True):
        found[text.strip().split("\n")[0].strip()].append(Page(text, picture.read_bytes()))
    return found


class Kept(NamedTuple):
    """What LibreOffice found in a workbook: sheets, names, how many things of each kind."""

    sheets: tuple[str, ...]
    names: frozenset[tuple[str, str]]
    counts: Mapping[str, int]

    @classmethod
    def of(cls, saved: Path) -> "Kept":
        """What is in a workbook that it saved."""
        parts = parts_of(saved.read_bytes())
        names = _NAME.findall(parts["xl/workbook.xml"])
        counts = Counter(kind for name in parts for kind in _KINDS if kind in name)
        sheets = tuple(load_workbook(saved, read_only=True).sheetnames)
        return cls(sheets, frozenset((n.decode(), text.decode()) for n, text in names), counts)


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
