"""The words with which a user answers on the sheet of doubts."""

from collections.abc import Mapping

from models.vocabulary import Cluster, PlanRole
from optimizer.importing.hours_text import Period
from optimizer.importing.source_map import Mark, Meaning
from optimizer.importing.words import MARK_LABELS
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold

TASK_LIST, PEOPLE_LIST, LEAVE_OUT = "takenlijst", "lijst van mensen", "niet overnemen"
A_SCHOOL, NO_SCHOOL, A_PERSON, NO_PERSON = (
    "een school",
    "geen school",
    "een persoon",
    "geen persoon",
)
A_FIRM, SOMEBODY_ELSE, NOBODY = "een firma", "iemand anders", "niemand"
A_TASK, A_HEADING = "een taak", "een tussentitel"
NONE_OF_THESE, ONE_TASK, SEVERAL_TASKS, NO_TASK = (
    "geen van deze", "samen een taak", "aparte taken", "geen taak",
)  # fmt: skip
NOTE, WHEN = "uitleg", "wanneer"
CORE_COLOUR, PLAIN_LOOK = "duidt kerntaken aan", "gewone opmaak"

YES_NO: tuple[str, ...] = (labels.YES, labels.NO)
CLUSTER_OF: Mapping[str, Cluster] = {fold(label): each for each, label in labels.CLUSTERS.items()}
"""The cluster per folded label."""
CLUSTERS: tuple[str, ...] = tuple(labels.CLUSTERS.values())
APPLIES: tuple[str, ...] = tuple(labels.APPLIES.values())
PRIORITIES: tuple[str, ...] = tuple(labels.PRIORITIES.values())
ROLES: tuple[str, ...] = tuple(labels.ROLES.values())
MARKS: Mapping[str, Mark] = {label: mark for mark, label in MARK_LABELS.items()}
PERIODS: Mapping[str, Period] = {
    "per week": Period.WEEK, "per maand": Period.MONTH, "per jaar": Period.YEAR,
}  # fmt: skip
HOURS_COLUMNS: Mapping[str, Meaning] = {
    "uren per week": Meaning.HOURS_WEEK, "uren per maand": Meaning.HOURS_MONTH,
    "uren per jaar": Meaning.HOURS_YEAR,
}  # fmt: skip
SINGLE_COLUMNS: Mapping[str, Meaning] = {
    "taak": Meaning.TITLE, "nummer": Meaning.NUMBER, "cluster": Meaning.CLUSTER,
    "kerntaak": Meaning.CORE, "van toepassing": Meaning.APPLIES, "prioriteit": Meaning.PRIORITY,
    "niveau": Meaning.LEVEL, "ritme": Meaning.RHYTHM, "school van de taak": Meaning.SCHOOL,
    **HOURS_COLUMNS,
}  # fmt: skip
NAME_COLUMNS: Mapping[str, PlanRole | None] = {
    "namen": None, "verantwoordelijke": PlanRole.LEAD, "uitvoerder": PlanRole.HELPER,
    "back-up": PlanRole.BACKUP,
}  # fmt: skip
COLUMNS: tuple[str, ...] = (
    NOTE, A_PERSON, *NAME_COLUMNS, *SINGLE_COLUMNS, A_SCHOOL, WHEN, LEAVE_OUT,
)  # fmt: skip
"""What a column may be."""
LEFT_OUT: tuple[str, ...] = (A_TASK, A_HEADING, *CLUSTERS, LEAVE_OUT)
"""What a row that was left out may be."""


def mark_of(text: str) -> Mark | None:
    """What an answer says that somebody does: ‘ja’ is a cross, ‘nee’ is nothing."""
    word = fold(text)
    if word in (labels.YES, labels.NO):
        return Mark.CROSS if word == labels.YES else Mark.NOTHING
    return MARKS.get(word)
