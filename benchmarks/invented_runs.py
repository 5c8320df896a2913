"""Journals of studies that nobody computed: figures invented per run, to make tables of."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from models.vocabulary import Cluster, Funding
from optimizer.series.journal import JournalState
from optimizer.series.study.design import Design, RunKey, sources
from optimizer.series.study.measures import SCHOOLS
from optimizer.series.study.school_measures import SchoolRow

Result = dict[str, object]
LEVELS = ("core", "balance", "coverage")
KINDS = ("basis", "secundair")


def invented(key: RunKey, covered_part: float = 0.4, gap: float = 0.0) -> Result:
    """The figures of one school, drawn from its own name; `gap` is what bounds leave, as a part."""
    school = Random(f"{key.block} {key.unit}")
    luck = Random(str(key))
    pupils = school.randint(60, 900)
    asked = {str(cluster): school.randint(100, 400) for cluster in Cluster}
    whole = sum(asked.values())
    done = {
        name: min(hours, round(hours * covered_part * luck.uniform(0.6, 1.4)))
        for name, hours in asked.items()
    }
    core, missing = whole // 2, luck.randint(0, whole // 4)
    weighted, short = 5 * whole, 5 * (whole - sum(done.values()))
    shorts = {"core": missing, "balance": luck.randint(0, 20), "coverage": short}
    result: Result = {
        "status": "optimal" if not gap else "feasible",
        "school": key.unit, "school_name": f"School {key.unit}",
        "level": KINDS[pupils % 2], "pupils": pupils, "schools": 1, "people": 4,
        "people_full": 1, "people_over": 0, "tasks": 100, "tasks_dropped": luck.randint(10, 60),
        "core_dropped": 5, "tasks_unstaffed": luck.randint(0, 30), "core_unstaffed": 2,
        "schools_unstaffed": luck.randint(0, 1), "travel": luck.randint(0, 9),
        "demand.core": core, "missing.core": missing, "demand.weighted": weighted,
        "factor.vloer_pedagogisch": 25.0, "factor.pool_pct": 0.0, "seconds": 0.1,
        **{f"hours.{funding}": luck.randint(0, 100) for funding in Funding},
    }  # fmt: skip
    for name in (*asked, "all"):
        hours = whole if name == "all" else asked[name]
        planned = sum(done.values()) if name == "all" else done[name]
        result |= {
            f"demand.{name}": hours,
            f"covered.{name}": planned,
            f"shortfall.{name}": hours - planned,
        }
    for level in LEVELS:
        least = round(shorts[level] * (1 - gap))
        result |= {
            f"value.{level}": shorts[level], f"bound.{level}": least,
            f"proven.{level}": int(least == shorts[level]),
            f"short.{level}": shorts[level], f"least.{level}": least,
        }  # fmt: skip
    row = SchoolRow(
        key.unit, f"School {key.unit}", KINDS[pupils % 2], pupils, 20.0, 10.0, whole,
        sum(done.values()), core, missing, asked["pedagogical"], done["pedagogical"], 100,
        luck.randint(20, 90),
    )  # fmt: skip
    return {**result, SCHOOLS: [list(row)]}


def write_journal(path: Path, design: Design, of: Callable[[RunKey], Result] = invented) -> None:
    """A journal in which every run of a study is done."""
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(_lines(design, of))


def _lines(design: Design, of: Callable[[RunKey], Result]) -> Iterator[str]:
    for key, _ in sources(design):
        entry = {"key": str(key), "standing": JournalState.DONE, "result": of(key)}
        yield json.dumps(entry) + "\n"
