"""Dutch sentences of a study: what is wrong in its file, why it cannot begin, how it ended."""

from collections.abc import Mapping

STUDY_FILE: Mapping[str, str] = {
    "study-not-number": (
        "bij ‘{key}’ staat ‘{found}’; verwacht wordt een getal van minstens {least}{upto}."
    ),
    "study-not-whole": "bij ‘{key}’ staat ‘{found}’; verwacht wordt een geheel getal.",
    "study-not-switch": "bij ‘{key}’ staat ‘{found}’; verwacht wordt true of false.",
    "study-not-list": "bij ‘{key}’ hoort een lijst met minstens één waarde, zoals [1, 1.7].",
    "study-population": (
        "verwacht wordt óf ‘scholen’ (en eventueel ‘groepen’), óf ‘werkboeken’ met patronen zoals "
        '["scholen/*.xlsx"].'
    ),
    "study-no-workbooks": "geen enkel bestand past bij ‘{found}’; een patroon telt vanaf de map "
    "van het studiebestand.",
    "study-no-factor": "‘{found}’ is hier geen bekende wijziging.",
    "study-no-formula": "een regel vraagt ‘per_leerling’ of ‘per_school’ boven 0.",
    "study-no-inputs": "‘invoer’ vraagt minstens één onzekere wijziging.",
    "study-not-power": (
        "bij ‘trekkingen’ staat {found}; Sobol vraagt een macht van twee, zoals 64 of 128."
    ),
    "study-no-hours": (
        "‘{found}’ kan niet gelezen worden als lijst met de kolommen werkboek, school en ict_uren."
    ),
    "study-unpaired": (
        "bij scenario ‘{scenario}’ ontbreekt een werkboek met dezelfde naam als in de populatie: "
        "{found}."
    ),
    "study-pool": "‘{key}’ boven 0 vraagt scholengroepen: geef bij ‘populatie’ ook ‘groepen’.",
    "study-twice": "‘{found}’ is geen eigen naam: geef elk scenario een andere naam.",
    "study-too-many": "het raster heeft {found} punten; hoogstens {most}.",
}
"""What is wrong in a study file."""
STUDY_REFUSALS: Mapping[str, str] = {
    "study-unreadable": "Het studiebestand {path} kan niet gelezen worden.",
}
"""Why a study file cannot be used."""
STUDY_SERIES: Mapping[str, str] = {
    "other-study": (
        "In {folder} staan resultaten van een andere studie, of van een andere versie van het "
        "programma. Kies een andere map."
    ),
    "policy": (
        "Het beleid ‘{name}’ kan niet gevolgd worden: de minima zijn samen meer dan er punten "
        "zijn, of de regel geeft niet elke school een bedrag ({reason})."
    ),
    "no-extra": (
        "Voor {command} zijn onderdelen nodig die niet geïnstalleerd zijn: {missing}; in de "
        "download zitten ze niet. Installeer taakverdeler met pip, uv of pipx en de extra ‘study’, "
        "zoals in: pip install \"taakverdeler[study]\"."
    ),
}  # fmt: skip
"""Why a study cannot begin or go on."""
PROGRESS = "Berekeningen"
DONE = "{planned} van {asked} berekeningen hebben een plan."
LEFT_OUT = (
    "Scholen of groepen (over alle herhalingen) die niet meetellen in de samenvatting: {count}. De "
    "kolommen status en fout van resultaten.csv zeggen waarom."
)
NO_SUMMARY = "Er is geen samenvatting: van geen enkele school of groep zijn alle plannen er."
STOPPED = "Gestopt op uw vraag. Ga verder met --hervat."
WRITTEN = "De resultaten staan in {folder}; begin bij {page}."
POPULATION_WRITTEN = (
    "In {folder} {count:=staat|staan} {count:werkboek|werkboeken}; populatie.csv zegt wat erin zit."
)
