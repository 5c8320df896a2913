"""What the user's answers say of signs, clusters, people and leads."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from models.vocabulary import Cluster, PlanRole, Role
from optimizer.importing import answer_words, words
from optimizer.importing.answers import Answer, Answers
from optimizer.importing.extract import Extracted
from optimizer.importing.legend import Legend
from optimizer.importing.people import is_nobody, split_names, without_aside
from optimizer.importing.review_point import CLUSTER, WHO
from optimizer.importing.source_task import Cross, SourceTask
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold

_ROLES: Mapping[str, Role] = {fold(label): role for role, label in labels.ROLES.items()}
_LONGEST_SIGN = 3
_NO_NAMES = frozenset(
    map(fold, (*answer_words.ROLES, *answer_words.MARKS, *answer_words.YES_NO,
               answer_words.NO_PERSON, answer_words.NOBODY))
)  # fmt: skip
"""Answers about somebody that do not say who it is."""


def with_answers(legend: Legend, answers: Answers) -> Legend:
    """The legend with what the user said of signs."""
    said = {
        each.found: answer_words.MARKS[fold(each.text)]
        for each in answers.about(WHO)
        if fold(each.text) in answer_words.MARKS and len(each.found) <= _LONGEST_SIGN
    }
    return replace(legend, marks={**legend.marks, **said})


def stated_clusters(answers: Answers, guessed: Iterable[str]) -> dict[str, Cluster]:
    """The clusters that the user gave to titles and words of which they were guessed."""
    titles = frozenset(guessed)
    return {
        each.found: answer_words.CLUSTER_OF[fold(each.text)]
        for each in answers.about(CLUSTER)
        if each.found in titles and fold(each.text) in answer_words.CLUSTER_OF
    }


def stated_roles(answers: Answers) -> dict[str, Role]:
    """The roles that the user gave to people."""
    return {
        each.found: _ROLES[fold(each.text)]
        for each in answers.about(WHO)
        if fold(each.text) in _ROLES
    }


def stated_names(answers: Answers) -> dict[str, str]:
    """Whose names the user said that entries are."""
    return {each.found: _meant(each) for each in answers.about(WHO) if _says_who(each)}


def _says_who(answer: Answer) -> bool:
    vague = is_nobody(answer.found) or _names_several(answer.found)
    return not (vague or fold(answer.text) in _NO_NAMES)


def _names_several(text: str) -> bool:
    return len(list(split_names(text))) > 1


def _meant(answer: Answer) -> str:
    word = fold(answer.text)
    if word in (answer_words.SOMEBODY_ELSE, answer_words.A_PERSON):
        return answer.found
    return f"{words.FIRM} {answer.found}" if word == answer_words.A_FIRM else answer.text


def apply_to_people(extracted: Extracted, answers: Answers) -> Extracted:
    """The tasks without those whom the user calls nobody, and with the leads that he chose."""
    gone = {fold(e.found) for e in answers.about(WHO) if fold(e.text) == answer_words.NO_PERSON}
    return replace(
        extracted,
        tasks=[_settled(task, gone, answers) for task in extracted.tasks],
        owners=[each for each in extracted.owners if not _is_gone(each.who, gone)],
        people=[each for each in extracted.people if fold(each.name) not in gone],
    )


def _settled(task: SourceTask, gone: set[str], answers: Answers) -> SourceTask:
    kept = tuple(cross for cross in task.crosses if not _is_gone(cross.who, gone))
    said = (each for each in answers.about(WHO) if each.where == task.where)
    lead = next((each.text for each in said if _names_several(each.found)), "")
    return replace(task, crosses=tuple(_with_lead(cross, lead) for cross in kept))


def _with_lead(cross: Cross, lead: str) -> Cross:
    if not lead:
        return cross
    if fold(without_aside(cross.who).name) == fold(lead):
        return replace(cross, role=PlanRole.LEAD)
    return replace(cross, role=PlanRole.HELPER) if cross.role is PlanRole.LEAD else cross


def _is_gone(who: str, gone: set[str]) -> bool:
    return fold(who) in gone or fold(without_aside(who).name) in gone
