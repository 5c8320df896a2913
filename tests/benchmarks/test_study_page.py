"""The page of measurements of studies: every command writes its own section of it."""

from pathlib import Path

from benchmarks.study_page import HEAD, put_section


def test_a_section_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    for title, found in (("One", "old"), ("Two", "two"), ("Three", "three"), ("One", "new")):
        put_section(page, title, f"make {title}", found)
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"{HEAD}\n\n## One\n\nWritten by `make One` on ")
    assert [line for line in text.splitlines() if line in {"old", "new", "two", "three"}] == [
        "new", "two", "three",
    ]  # fmt: skip
    assert text.endswith("three\n")
