"""Dutch words of a batch: its overview, its end, and why a series of runs cannot begin."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from models.settings import Level
from models.vocabulary import Cluster, Funding
from optimizer.report.batch_row import ALL, WITH_PLAN, ItemStatus, Json
from optimizer.report.dutch import dutch
from optimizer.report.level_text import LEVEL_NAMES, heading
from optimizer.report.status_text import FEASIBLE, INTERRUPTED, PROVEN, PROVEN_GIVEN
from optimizer.report.study.sentences import STUDY_SERIES
from optimizer.report.wording import counted
from optimizer.workbook import labels
from optimizer.workbook.read.columns import Column, ColumnKind, Sheet

NOTHING_FOUND = "Geen plan gevonden binnen de tijdslimiet."
STATUS_WORDS: Mapping[ItemStatus, str] = {
    ItemStatus.OPTIMAL: PROVEN,
    ItemStatus.FEASIBLE: FEASIBLE,
    ItemStatus.INTERRUPTED: INTERRUPTED,
    ItemStatus.INVALID: "fouten in het werkboek",
    ItemStatus.REFUSED: "bestand geweigerd",
    ItemStatus.INFEASIBLE: "bewezen onmogelijk",
    ItemStatus.NOTHING_FOUND: "niets gevonden",
    ItemStatus.INTERNAL: "fout van het programma",
    ItemStatus.NOT_DONE: "niet gedaan",
}
SERIES: Mapping[str, str] = {
    **STUDY_SERIES,
    "no-match": "Geen enkel bestand voor: {patterns}.",
    "odd-name": "De naam is geen tekst: {patterns}. Geef het bestand een andere naam.",
    "has-results": (
        "In {folder} staan al resultaten. Ga daarmee verder met --hervat, of kies een andere map."
    ),
    "not-empty": "De map {folder} is niet leeg. Kies een lege of een nieuwe map.",
    "holds-inputs": (
        "In {folder} staan werkboeken die gelezen worden. Kies voor de plannen een andere map."
    ),
    "disk-full": (
        "De schijf van {folder} is vol. Wat berekend was, is bewaard: maak plaats en ga verder met "
        "--hervat."
    ),
    "read-only": "In {folder} mag niet geschreven worden. Kies een andere map.",
    "disk": "De schijf van {folder} werkt niet mee ({reason}). Ga later verder met --hervat.",
    "no-folder": "De map waarin {folder} moet komen, bestaat niet.",
    "in-use": "Een andere reeks werkt in {path}. Wacht tot die klaar is, of kies een andere map.",
    "damaged": (
        "Regel {line} van {path} is beschadigd: verdergaan kan niet. Kies een andere map, of haal "
        "die regel weg."
    ),
    "no-dask": (
        "Voor --cluster is een extra nodig die niet geïnstalleerd is; in de download zit ze niet. "
        "Installeer taakverdeler met pip, uv of pipx en de extra ‘cluster’, zoals in: "
        "pip install \"taakverdeler[cluster]\"."
    ),
    "no-cluster": (
        "De cluster op {address} antwoordt niet. Kijk het adres na (bv. tcp://10.0.0.5:8786) en of "
        "de scheduler draait."
    ),
    "lost": (
        "De rekenprocessen vallen telkens weer weg. Wat klaar was, is bewaard: probeer opnieuw met "
        "--hervat."
    ),
}  # fmt: skip
"""Why a series of runs cannot begin or go on, by code."""
_CRASH = (
    "Het rekenproces viel uit of het programma maakte een fout ({error}). Probeer opnieuw met "
    "--hervat; blijft het zo, meld het dan met de uitvoer van ‘taakverdeler versies --controle’."
)
PROGRESS = "Werkboeken"
STOPPED = "Gestopt op uw vraag: {count} niet klaar. Ga verder met --hervat."
GONE = "Plan zonder werkboek: {plan}. Het werkboek staat niet meer waar het stond."
LOCK = "Overgeslagen: {lock}, het teken dat een werkboek openstaat."
_LEVEL_HELP = "Wat het plan op dit doel haalt; lager is beter."
_GAP_HELP = "Hoe ver het van de bewezen grens kan liggen; 0 is bewezen."


def _level_columns(level: Level) -> tuple[Column, Column]:
    gap = f"kloof {LEVEL_NAMES[level]} %"
    return (
        Column(f"value_{level}", heading(level), _LEVEL_HELP, ColumnKind.NUMBER, width=10),
        Column(f"gap_{level}", gap, _GAP_HELP, ColumnKind.NUMBER, width=10),
    )


def _coverage_column(cluster: str, name: str) -> Column:
    return Column(
        f"coverage_{cluster}", f"dekking {name} %", "Gepland van gevraagd.", ColumnKind.NUMBER
    )


OVERVIEW = Sheet(
    "overview",
    "Overzicht",
    "Eén regel per werkboek van de reeks. Wie het plan maakte en hoe, staat in het plan zelf.",
    (
        Column("workbook", "werkboek", "Het bestand.", width=28),
        Column("schools", "scholen", "De namen die in het werkboek staan.", width=32),
        Column("status", "status", "Hoe het ging.", ColumnKind.TEXT, width=20),
        Column("errors", "fouten", "Aantal fouten.", ColumnKind.COUNT, width=8),
        Column("warnings", "waarschuwingen", "Te lezen met ‘check’.", ColumnKind.COUNT),
        Column("first_error", "eerste fout", "De eerste, met blad en cel.", width=60),
        Column("plan", "plan", "Het bestand met het plan, naast dit overzicht.", width=30),
        *(column for level in Level if level is not Level.UNIQUENESS
          for column in _level_columns(level)),
        *(_coverage_column(cluster, labels.CLUSTERS[cluster]) for cluster in Cluster),
        _coverage_column(ALL, "alle taken"),
        Column("demand", "uren gevraagd", "Per schooljaar.", ColumnKind.COUNT),
        Column("planned", "uren gepland", "Per schooljaar, uitbesteed werk erbij.",
               ColumnKind.COUNT),
        *(
            Column(f"hours_{funding}", f"uren {labels.FUNDINGS[funding]}", "Uit die bron.",
                   ColumnKind.COUNT)
            for funding in Funding
        ),
        Column("gaps", "hiaten", "Taken die niet of niet helemaal gedekt zijn.", ColumnKind.COUNT),
        Column("seconds", "seconden", "Zolang het duurde, lezen en schrijven erbij.",
               ColumnKind.NUMBER),
        Column("folder", "map", "Waar het werkboek staat.", width=40),
    ),
    output=True,
)  # fmt: skip


def describe_series(code: str, facts: Mapping[str, object]) -> str:
    """Why a series of runs cannot begin or go on."""
    return SERIES[code].format_map({name: dutch(value) for name, value in facts.items()})


def describe_crash(error: str) -> str:
    """What stands in the overview for a workbook whose process died."""
    return _CRASH.format(error=error)


def describe_status(row: Json) -> str:
    """How it went with a workbook; what was proven given a plan before it says so."""
    status = ItemStatus(str(row["status"]))
    is_given = status is ItemStatus.OPTIMAL and row.get("given_previous")
    return PROVEN_GIVEN if is_given else STATUS_WORDS[status]


def batch_lines(rows: Sequence[Json]) -> Iterator[str]:
    """How many plans there are, then each workbook without one and why."""
    counts = Counter(ItemStatus(str(row["status"])) for row in rows)
    with_plan = sum(counts[status] for status in WITH_PLAN)
    told = ", ".join(f"{STATUS_WORDS[s]} {counts[s]}" for s in ItemStatus if counts[s])
    yield f"{with_plan} van {counted(len(rows), 'werkboek', 'werkboeken')} met een plan: {told}."
    yield from _failures(rows)


def _failures(rows: Iterable[Json]) -> Iterator[str]:
    for row in rows:
        if row["first_error"]:
            word = STATUS_WORDS[ItemStatus(str(row["status"]))]
            yield f"{row['source']} ({word}): {row['first_error']}"
