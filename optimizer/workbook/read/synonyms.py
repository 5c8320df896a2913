"""Other words that users type for a closed choice: one table, whatever the sheet."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from models.vocabulary import Diploma, EducationLevel, Role
from optimizer.workbook.read.matching import fold

T = TypeVar("T")
Kind = TypeVar("Kind", bound=StrEnum)

SYNONYMS: Mapping[StrEnum, tuple[str, ...]] = {
    Role.TECHNICAL_COORDINATOR: (
        "technisch ict-coördinator", "technisch coördinator", "ict-coördinator techniek",
    ),
    Role.PEDAGOGICAL_COORDINATOR: (
        "pedagogisch ict-coördinator", "pedagogisch coördinator", "ict-coördinator pedagogiek",
    ),
    Role.HEAD: ("diensthoofd ict", "hoofd ict", "teamleider ict", "ict-manager"),
    Role.DIRECTOR: (
        "directeur", "directrice", "adjunct-directeur", "adjunct directeur", "directielid",
        "coördinerend directeur", "algemeen directeur", "schoolhoofd",
    ),
    Role.TEACHER: (
        "leerkracht", "leraar/lerares", "lerares", "docent", "docente", "onderwijzer",
        "onderwijzeres", "vakleerkracht", "lesgever",
    ),
    Role.DIGICOACH: ("digi-coach", "digitale coach"),
    Role.ANCHOR: ("ankerleerkracht", "ankerleraar", "ict-ankerpunt"),
    Role.ADMINISTRATION: (
        "secretariaat", "secretaresse", "secretaris", "secretariaatsmedewerker", "administratief",
        "administratief medewerker", "administratief personeel", "boekhouding", "boekhouder",
    ),
    Role.TECHNICAL_ADVISER: (
        "ta", "technisch adviseur", "technisch adviseur-coördinator",
        "technisch adviseur coördinator",
    ),
    Role.SUPPORT: (
        "ondersteunend personeel", "ondersteuner", "ict-ondersteuner",
        "helpdeskmedewerker",
    ),
    Diploma.HSO: (
        "hoger secundair onderwijs", "hoger secundair", "secundair onderwijs", "secundair",
        "diploma secundair onderwijs", "humaniora",
    ),
    Diploma.BACHELOR: ("professionele bachelor", "academische bachelor", "bachelordiploma"),
    Diploma.MASTER: ("masterdiploma", "licentiaat", "universitair", "universiteit"),
    EducationLevel.PRIMARY: (
        "basisonderwijs", "basisschool", "lager onderwijs", "lagere school", "lager",
        "kleuteronderwijs", "kleuterschool", "gewoon basisonderwijs",
    ),
    EducationLevel.SECONDARY: (
        "secundair onderwijs", "secundaire school", "gewoon secundair onderwijs",
        "voltijds secundair onderwijs", "so", "middelbaar", "middelbaar onderwijs",
        "middelbare school",
    ),
    EducationLevel.SPECIAL_PRIMARY: (
        "buitengewoon basisonderwijs", "buitengewoon lager onderwijs", "bubao", "bulo",
    ),
    EducationLevel.SPECIAL_SECONDARY: ("buitengewoon secundair onderwijs", "buso"),
    EducationLevel.ADULT: ("volwassenenonderwijs", "cvo", "centrum voor volwassenenonderwijs"),
    EducationLevel.ADULT_BASIC: ("cbe", "ligo", "centrum voor basiseducatie"),
    EducationLevel.ARTS: ("deeltijds kunstonderwijs", "kunstonderwijs", "academie"),
}  # fmt: skip
"""What each of these words means in every workbook; a word that leaves a doubt is not here."""
PRICELESS_DIPLOMAS = frozenset(
    map(fold, ("graduaat", "graduaatsdiploma", "hbo5", "gegradueerde", "a1"))
)
"""Diplomas that have no price in points of their own: which price holds, only the user knows."""
_MEANINGS: Mapping[tuple[type[object], str], object] = {
    (type(meaning), fold(word)): meaning for meaning, words in SYNONYMS.items() for word in words
}


def words_of(kind: type[Kind]) -> dict[str, Kind]:
    """Every word for the members of one kind of choice, folded."""
    return {word: meaning for (_, word), meaning in _MEANINGS.items() if isinstance(meaning, kind)}


def synonym(text: str, choices: Iterable[T]) -> T | None:
    """The choice that another word means; `None` when it means none of them."""
    folded = fold(text)
    return next((each for each in choices if _MEANINGS.get((type(each), folded)) is each), None)
