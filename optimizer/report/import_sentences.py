"""The Dutch sentences for an overview that cannot be imported, and for its file of columns."""

from collections.abc import Mapping

COLUMNS_FILE: Mapping[str, str] = {
    "map-unknown-key": "‘{key}’ is hier geen bekende naam; verwacht wordt één van: {expected}.",
    "map-missing": "‘{key}’ ontbreekt.",
    "map-not-text": "bij ‘{key}’ hoort tekst tussen aanhalingstekens.",
    "map-not-row": "bij ‘{key}’ hoort een rijnummer.",
    "map-not-column": 'bij ‘{key}’ staat ‘{found}’; verwacht wordt een kolom, zoals "B".',
    "map-not-columns": 'bij ‘{key}’ hoort een lijst van kolommen, zoals ["G", "H"].',
    "map-not-word": "bij ‘{key}’ staat ‘{found}’; verwacht wordt één van: {expected}.",
    "map-not-table": "‘{key}’ moet een tabel zijn, zoals [{key}] met regels eronder.",
    "map-not-lists": "‘{key}’ moet een reeks tabellen zijn, elk onder [[{key}]].",
    "map-unknown-sheet": (
        "het blad ‘{found}’ staat niet in het overzicht; de bladen zijn: {expected}."
    ),
    "map-rows": "de rij bij ‘tot’ komt vóór die bij ‘van’.",
}
"""What is wrong in a file of columns."""

OVERVIEWS: Mapping[str, str] = {
    "no-tasks-found": (
        "In {path} zijn geen taken gevonden. De bladen zijn: {found}. Beschrijf het overzicht in "
        "een bestand met kolommen en geef dat mee met --kolommen."
    ),
    "too-many-tasks": (
        "In {path} staan {found} taken; dat is geen takenoverzicht. Beschrijf in een bestand met "
        "kolommen welke rijen de taken zijn en geef dat mee met --kolommen."
    ),
    "already-a-workbook": (
        "{path} is al een werkboek van taakverdeler. Gebruik het zoals het is, bijvoorbeeld met "
        "‘taakverdeler controleer’."
    ),
    "no-answer-sheet": (
        "{path} heeft geen blad ‘{sheet}’. Geef met --opnieuw een werkboek mee dat met "
        "‘taakverdeler importeer’ gemaakt is."
    ),
    "overview-gone": (
        "Het overzicht waaruit {path} gemaakt is, is niet gevonden: zet ‘{found}’ naast dat "
        "werkboek, of geef met --overzicht waar het staat."
    ),
    "overview-unknown": (
        "Op het blad ‘{sheet}’ van {path} staat niet meer uit welk overzicht het gemaakt is: geef "
        "met --overzicht waar het staat."
    ),
    "map-unreadable": "Het bestand met kolommen {path} kan niet gelezen worden.",
}
"""Why an overview, or its file of columns, cannot be used."""
