"""Every block of code in the documentation runs, and is written so that it can."""

import re
from pathlib import Path

import pytest
from code_blocks import NOT_RUN, OTHER_LANGUAGES, ROOT, RUN_LANGUAGES, run_page

FOLDERS = ("docs", "inputs", "benchmarks")
PAGES = [
    *ROOT.glob("*.md"), *(page for name in FOLDERS for page in sorted(ROOT.glob(f"{name}/**/*.md")))
]  # fmt: skip
FENCED = re.compile(r"^```([^\n]*)\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)


def blocks_of(page: Path) -> list[tuple[str, str]]:
    """Language and text of every block."""
    return FENCED.findall(page.read_text(encoding="utf-8"))


def with_code(page: Path) -> bool:
    return any(language in RUN_LANGUAGES for language, _ in blocks_of(page))


@pytest.mark.parametrize(
    "page", [page for page in PAGES if with_code(page)], ids=lambda page: page.stem
)
def test_the_blocks_of_a_page_run(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", None)
    run_page(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_block_says_its_language(page: Path) -> None:
    languages = {language for language, _ in blocks_of(page)}
    assert languages <= RUN_LANGUAGES | OTHER_LANGUAGES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_code_hides_in_an_indent(page: Path) -> None:
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    assert re.findall(r"(?:^#.*\n|\n\n) {4,}\S.*", text, flags=re.MULTILINE) == []


@pytest.mark.parametrize("start", NOT_RUN)
def test_what_is_not_run_is_still_there(start: str) -> None:
    lines = [line for page in PAGES for _, text in blocks_of(page) for line in text.splitlines()]
    assert any(line.startswith(start) for line in lines)
