"""How an alternative is called: by what sets it apart."""

from collections.abc import Mapping, Sequence

from models.vocabulary import Role
from optimizer.explain.distinctions import Distinction, Trait
from optimizer.workbook import labels

_WORDS: Mapping[Trait, tuple[str, str]] = {
    Trait.PEOPLE_PER_TASK: ("minder mensen per taak", "meer mensen per taak"),
    Trait.TASKS_PER_PERSON: ("minder taken per persoon", "meer taken per persoon"),
    Trait.TRAVEL: ("minder reistijd", "meer reistijd"),
    Trait.OUTSOURCED: ("minder uitbesteed", "meer uitbesteed"),
    Trait.OWN_SCHOOL: ("minder werk aan de eigen school", "meer werk aan de eigen school"),
}
MOST_WORDS = 2
"""What sets a plan apart in a name; more is a list that nobody remembers."""
OTHER_PEOPLE = "andere mensen op dezelfde taken"


def alternative_name(found: Sequence[Distinction]) -> str:
    """The two figures that differ most: `meer bij PICT, minder mensen per taak`."""
    return ", ".join(map(_word, found[:MOST_WORDS])) or OTHER_PEOPLE


def _word(found: Distinction) -> str:
    is_more = found.after > found.before
    if isinstance(found.trait, Role):
        return f"{'meer' if is_more else 'minder'} bij {labels.ROLES[found.trait]}"
    return _WORDS[found.trait][is_more]
