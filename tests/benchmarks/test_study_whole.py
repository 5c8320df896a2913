"""All schools of Flanders, from some of them: published numbers times what was measured."""

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from benchmarks.study_whole import main, published, whole_seconds

SECONDS = {"basis": (0.2, 0.4), "secundair": (1.0, 1.0), "buitengewoon basis": (0.1, 0.1)}


def runs() -> pd.DataFrame:
    """Two schools of each level at two points; one level that is not published takes no part."""
    levels = {**SECONDS, "basiseducatie": (9.0, 9.0)}
    rows = [
        {"punt": point, "eenheid": f"{level} {place}", "onderwijsniveau": level, "seconden": each}
        for point in ("basis", "meer")
        for level, seconds in levels.items()
        for place, each in enumerate(seconds)
    ]
    return pd.DataFrame(rows)


def test_every_school_takes_the_mean_of_its_level() -> None:
    numbers = published()
    assert set(numbers) == set(SECONDS)
    seconds, error = whole_seconds(runs())
    assert seconds == pytest.approx(
        0.3 * numbers["basis"] + numbers["secundair"] + 0.1 * numbers["buitengewoon basis"]
    )
    assert error == pytest.approx(1.96 * numbers["basis"] * 0.1)


def test_the_section_tells_runs_hours_and_disk(tmp_path: Path) -> None:
    (tmp_path / "resultaten").mkdir()
    runs().to_parquet(tmp_path / "resultaten" / "deel_00000.parquet")
    (tmp_path / "verloop.jsonl").write_bytes(b"x" * 16 * 2**20)
    page = tmp_path / "page.md"
    shown = CliRunner().invoke(main, [str(tmp_path), "--out", str(page)])
    assert shown.exit_code == 0, shown.output
    last = [cell.strip() for cell in page.read_text("utf-8").splitlines()[-1].split("|")[1:-1]]
    times = 2 * 10 * sum(published().values())
    assert last[:2] == ["10", str(times)]
    assert last[2:4] == [f"{20 * each / 3600:.1f}" for each in whole_seconds(runs())]
    assert last[4] == str(times)
