"""From a plan to the vacancy for the core tasks that nobody can take."""

from dataclasses import dataclass

from models.advice import gaps_of
from optimizer.explain.answer import Answer
from optimizer.explain.baseline import Baseline
from optimizer.explain.profiles import find_profiles
from optimizer.explain.remedies import Remedies
from optimizer.report.document import Block, markdown
from optimizer.report.document_docx import docx_bytes
from optimizer.report.vacancy_text import split_by_size, vacancy_blocks

WORD = ".docx"


@dataclass(frozen=True)
class Vacancy:
    """The text, with how many posts it holds, how many are too small for one, and their hours."""

    blocks: tuple[Block, ...]
    posts: int
    small: int
    hours: int

    def content(self, suffix: str) -> bytes:
        """The text as a Word document, or as Markdown.

        Raises
        ------
        WorkbookError
            `no-word` when python-docx is not installed.
        """
        return docx_bytes(self.blocks) if suffix == WORD else markdown(self.blocks).encode()


def vacancy_of(answer: Answer) -> Vacancy | None:
    """The vacancy of a plan; `None` when every core task is done by somebody."""
    gaps = gaps_of(answer.instance.data, answer.reasons)
    profiles = find_profiles(answer.instance, gaps)
    if not profiles:
        return None
    hires = Remedies(Baseline.of(answer.instance, answer.result), gaps).hires(profiles)
    posts, small = split_by_size(answer.instance, profiles)
    return Vacancy(
        blocks=tuple(vacancy_blocks(answer.instance, profiles, list(hires))),
        posts=len(posts),
        small=len(small),
        hours=sum(profile.hours for profile in profiles),
    )
