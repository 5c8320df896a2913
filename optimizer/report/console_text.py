"""What the command line prints in Dutch: issues, the six lines of a result, progress."""

from collections import Counter
from collections.abc import Iterable, Iterator

from models.issues import Issue, Severity
from models.result import LevelResult
from models.vocabulary import Cluster
from optimizer.explain.answer import Answer
from optimizer.report.level_text import LEVEL_NAMES, LevelWords
from optimizer.report.regular_text import undone_lines
from optimizer.report.status_text import OPINIONS, status_word
from optimizer.report.tables.board import coverage, share
from optimizer.report.tables.summary import told_levels
from optimizer.report.text import describe_issue, describe_severity
from optimizer.workbook import labels


def issue_lines(issues: Iterable[Issue]) -> Iterator[str]:
    """Every issue on a line, errors first, and a count at the end."""
    found = sorted(issues, key=lambda issue: issue.severity is Severity.WARNING)
    for issue in found:
        yield f"{describe_severity(issue)}  {describe_issue(issue)}"
    counts = Counter(issue.severity for issue in found)
    yield (
        f"{_count(counts[Severity.ERROR], 'fout', 'fouten')}, "
        f"{_count(counts[Severity.WARNING], 'waarschuwing', 'waarschuwingen')}."
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def decimal_comma(value: float, decimals: int = 1) -> str:
    """A number as Dutch readers write it."""
    return f"{value:.{decimals}f}".replace(".", ",")


def result_lines(answer: Answer) -> Iterator[str]:
    """The status, the levels with their gap, any second opinions, the coverage per cluster."""
    seconds = decimal_comma(answer.result.seconds)
    levels, words = told_levels(answer), LevelWords(answer.instance.settings.grain)
    yield f"Status: {status_word(answer)}, na {seconds} s"
    yield "Doelen: " + " · ".join(_level(words, level) for level in levels)
    opinions = [
        f"{LEVEL_NAMES[level.level]} {OPINIONS[level.opinion]}"
        for level in levels
        if level.opinion is not None
    ]
    if opinions:
        yield "Tweede mening: " + " · ".join(opinions)
    yield from undone_lines(answer)
    found = coverage(answer)
    for cluster in Cluster:
        done, asked = found.get(cluster, (0, 0))
        hours = f"{answer.hours(done)} van {answer.hours(asked)} uur"
        yield f"Dekking {labels.CLUSTERS[cluster]}: {share(done, asked)} ({hours})"


def _level(words: LevelWords, level: LevelResult) -> str:
    name = LEVEL_NAMES[level.level]
    if level.value is None or level.gap is None:
        return f"{name} overgeslagen"
    proof = "bewezen" if level.proven else f"kloof {decimal_comma(100 * level.gap, 2)} %"
    return f"{name} {words.amount(level.level, level.value)} ({proof})"


def progress_line(result: LevelResult, seconds_left: float) -> str:
    """The state of a running level on one line."""
    name = LEVEL_NAMES[result.level]
    if result.value is None:
        state = "zoekt een eerste plan"
    elif result.gap is None:
        state = "zoekt een beter plan"
    else:
        state = f"hoogstens {decimal_comma(100 * result.gap)} % beter mogelijk"
    return f"{name}: {state}; nog hoogstens {seconds_left:.0f} s"
