"""Every level of a workbook as a file in MPS format, so that anybody can try another solver."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import highspy

from models.settings import Level
from optimizer.flows.standing import StandingPlan, read_standing
from optimizer.solver.matrix.as_linear import rule_names
from optimizer.solver.matrix.highs import program_of
from optimizer.solver.matrix.linear import LinearModel
from optimizer.solver.matrix.whole import Whole
from optimizer.workbook.labels import LEVELS

Held = Mapping[Level, int]


def export_levels(workbook: Path, folder: Path) -> Iterator[Path]:
    """Write the levels of a workbook into a folder, in their order; each file when it is written.

    The earlier levels are held to what the plan that stands in the workbook is worth; without a
    plan only the first level can be written.

    Raises
    ------
    WorkbookError, InvalidProblemError
        When the workbook cannot be read, or has errors.
    OSError
        When a file cannot be written.
    """
    standing = read_standing(workbook)
    whole = Whole(standing.instance, named=True)
    names, rules = _columns(whole), _rules(whole)
    folder.mkdir(parents=True, exist_ok=True)
    for number, (level, held) in enumerate(_held(standing, whole), start=1):
        path = folder / f"{number}_{_in_ascii(LEVELS[level])}.mps"
        rows = [*rules, *(f"held[{each}]" for each in held)]
        _write(whole.model(level, held), names, rows, path)
        yield path


def _held(standing: StandingPlan, whole: Whole) -> Iterator[tuple[Level, Held]]:
    """The levels that can be written, each with what the ones before it are held to."""
    levels = [each for each in standing.instance.settings.levels if each is not Level.UNIQUENESS]
    if standing.stored is None:
        yield levels[0], {}
        return
    worth = whole.worth(standing.stored.plan)
    for number, level in enumerate(levels):
        yield level, {each: worth[each] for each in levels[:number]}


def _in_ascii(word: str) -> str:
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode("ascii")


def _columns(whole: Whole) -> list[str]:
    return _apart(variable.name for variable in whole.context.model.proto.variables)


def _rules(whole: Whole) -> list[str]:
    """Names of the rows: the rule, and for whom; of its first column where the rule says nothing.

    Who it is for is what stands in the brackets.
    """
    columns = _columns(whole)
    rows = whole.table.rows
    firsts = [columns[column] for column in rows.columns[rows.starts[:-1]]]
    rules = rule_names(whole.context.model)
    whos = (first[first.find("[") :] if "[" in first else "" for first in firsts)
    return _apart(
        rule if rule.endswith("]") else rule + who for rule, who in zip(rules, whos, strict=True)
    )


def _apart(names: Iterable[str]) -> list[str]:
    """The names without what the format does not take, a number behind those that come again."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        plain = re.sub(r"[^\w.,@\[\]-]", "_", name, flags=re.ASCII)
        seen[plain] += 1
        found.append(plain if seen[plain] == 1 else f"{plain}#{seen[plain]}")
    return found


def _write(linear: LinearModel, columns: list[str], rows: list[str], path: Path) -> None:
    program = program_of(linear, is_whole=True)
    program.col_names_, program.row_names_ = columns, rows
    highs = highspy.Highs()
    highs.silent()
    highs.passModel(program)
    if highs.writeModel(str(path)) == highspy.HighsStatus.kError:
        raise OSError(f"{path} could not be written")
