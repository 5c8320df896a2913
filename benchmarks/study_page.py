"""docs/benchmark_studies.md: a section per command that measures something of studies."""

from datetime import date
from pathlib import Path

PAGE = Path("docs/benchmark_studies.md")
HEAD = """\
# Benchmark of studies

What studies of many runs take. Every section is written by the command that it names, so they may
be of different days. The other measurements: [benchmark.md](../docs/benchmark.md)."""
_MARK = "\n\n## "


def put_section(page: Path, title: str, command: str, *parts: str) -> None:
    """Write a section of the page over the one of that title, or after the others."""
    text = page.read_text(encoding="utf-8").strip() if page.exists() else HEAD
    head, *sections = text.split(_MARK)
    written = f"Written by `{command}` on {date.today().isoformat()}."
    new = "\n\n".join([title, written, *parts])
    titles = [section.partition("\n")[0] for section in sections]
    place = titles.index(title) if title in titles else len(titles)
    sections[place : place + 1] = [new]
    page.write_text(_MARK.join([head, *sections]) + "\n", encoding="utf-8")
