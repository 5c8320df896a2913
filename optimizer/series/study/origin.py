"""What a study is made of, so that it can be made again and nothing else goes on in its folder."""

import platform
from collections.abc import Iterator, Mapping
from hashlib import sha256

from optimizer.run.versions import installed
from optimizer.series.study.design import Design, Point
from optimizer.series.study.policies.policy import Policy
from optimizer.series.study.population.flanders import Population
from optimizer.series.study.population.workbooks import Workbooks

_DECIDING = ("taakverdeler", "ortools", "highspy")
"""What makes the plans; another version of these may make others."""
_LIBRARIES = (
    *_DECIDING, "openpyxl", "pandas", "numpy", "scipy", "pyarrow", "SALib", "matplotlib", "Jinja2",
    "rapidfuzz", "click", "filelock", "tomli-w", "distributed",
)  # fmt: skip
_IDENTITY = ("study_sha256", "design_sha256", "deciding", "workbooks")


def origin_of(design: Design, content: bytes | None) -> dict[str, object]:
    """What the results depend on, and what they were made with; `content` is that of a file.

    No path in it is that of a machine: a study that is moved with its workbooks goes on.
    """
    return {
        "study_sha256": None if content is None else sha256(content).hexdigest(),
        "design_sha256": sha256("\n".join(_text(design)).encode()).hexdigest(),
        "seed": design.seed,
        "deciding": installed(_DECIDING),
        "libraries": installed(_LIBRARIES),
        "python": platform.python_version(),
        "platform": platform.platform(),
        "workbooks": dict(_hashes(design)),
    }


def is_same_study(one: object, other: object) -> bool:
    """Whether two origins are of the same study by the same program."""
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return False
    return all(key in one and one[key] == other.get(key) for key in _IDENTITY)


def _hashes(design: Design) -> Iterator[tuple[str, str]]:
    """Every workbook by its path in the study; those of a point are told by its name."""
    if isinstance(design.population, Workbooks):
        yield from design.population.hashes.items()
    for point in design.points:
        if point.workbooks is not None:
            for name, found in point.workbooks.hashes.items():
                yield f"{point.name}: {name}", found


def _text(design: Design) -> Iterator[str]:
    population = design.population
    yield repr(population if isinstance(population, Population) else population.names)
    for point in design.points:
        yield repr((point.name, sorted(point.values.items()), _rule(point)))
    yield repr(
        (
            design.replications, design.seed, design.seconds, design.deterministic, design.levels,
            sorted(design.norms.items()), design.without_plan, design.size_classes, design.strata,
            sorted(design.observed.items()), design.half_width, design.sensitivity,
        )
    )  # fmt: skip


def _rule(point: Point) -> str:
    """A rule by what it says; a function by its name and its code, not by where it is in memory."""
    policy: Policy | None = point.policy
    if policy is None:
        return ""
    code = getattr(policy.rule, "__code__", None)
    if code is None:
        return repr(policy.rule)
    return f"{policy.rule.__qualname__} {sha256(code.co_code).hexdigest()} {code.co_consts!r}"
