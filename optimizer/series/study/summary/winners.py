"""Who wins and who loses against the baseline: school by school, by level and by size."""

from collections.abc import Iterator

import pandas as pd

from optimizer.series.study.design import Design
from optimizer.series.study.summary.clusters import mean_over_schools
from optimizer.series.study.summary.complete import Counted
from optimizer.series.study.summary.distribution import ALL, compact, school_values
from optimizer.series.study.summary.tables import shown

WINS_FROM = 0.5
"""Per cent points of coverage from which a school wins or loses. A small school asks some 800 hours
a year, planned four at a time: half a point is one such portion, below which it is rounding."""
_BY = (ALL, "level", "size")
_SCHOOL = ["replication", "block", "school"]


def winners_table(counted: Counted) -> pd.DataFrame:
    """A row per point, group of schools and outcome: won, lost, and the mean change.

    Shares are per cents of the schools; changes are per cent points of a school's coverage. Every
    school is compared with itself in the same replication.
    """
    frames = [compact(frame, counted.design) for frame in _changes(counted)]
    if not frames:
        return pd.DataFrame()
    changes = pd.concat(frames, ignore_index=True)
    del frames
    rows: list[dict[str, object]] = []
    for point in shown(counted.design)[1:]:
        own = changes[changes["point"] == point.name]
        for by in _BY:
            groups = [("", own)] if by == ALL else own.groupby(by, sort=True, observed=True)
            for group, schools in groups:
                if len(schools):
                    rows += _rows(counted.design, point.name, by, str(group), schools)
    return pd.DataFrame(rows)


def _changes(counted: Counted) -> Iterator[pd.DataFrame]:
    """The change of every school as `value`, a part at a time; blocks are whole within a part.

    A baseline that is run once serves all replications: its schools are kept.
    """
    design = counted.design
    baseline = design.points[0].name
    once = design.replications > 1 and design.replications_of(design.points[0]) == 1
    kept = pd.DataFrame()
    keys = _SCHOOL[1:] if once else _SCHOOL
    for frame in school_values(counted, "coverage"):
        base = frame.loc[frame["point"] == baseline, [*_SCHOOL, "value"]]
        if once:
            kept = pd.concat([kept, base.drop(columns="replication")], ignore_index=True)
            base = kept
        others = frame[frame["point"] != baseline]
        pairs = others.merge(base.rename(columns={"value": "before"}), "inner", keys)
        yield pairs.assign(value=pairs["value"] - pairs["before"]).drop(columns="before")


def _rows(
    design: Design, point: str, by: str, group: str, schools: pd.DataFrame
) -> Iterator[dict[str, object]]:
    change = schools["value"].astype(float)
    outcomes = {
        "won": 100.0 * (change >= WINS_FROM),
        "lost": 100.0 * (change <= -WINS_FROM),
        "change": change,
    }
    for outcome, values in outcomes.items():
        mean, low, high, why, over = mean_over_schools(design, schools, values)
        if outcome != "change":
            # A share of few schools: Student's interval may go past what a share can be.
            low, high = max(low, 0.0), min(high, 100.0)
        yield {
            "point": point, "by": by, "group": group, "outcome": outcome,
            "schools": len(values), "mean": mean, "low": low, "high": high,
            "no_interval": why, "over": over,
        }  # fmt: skip
