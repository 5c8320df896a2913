"""The codebook: every column of every table, what it means, in which unit, and where it is from."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from optimizer.report.study.csv_files import CsvForm, english
from optimizer.report.study.words import header
from optimizer.workbook import labels


class Meaning(NamedTuple):
    """What a column means: in Dutch and in English, its unit, and its source."""

    dutch: str
    english: str
    unit: str
    source: str


_PLAN, _CHECK, _STUDY, _BOOK = "plan", "checker", "study", "workbook or population"
_TABLE = "computed from the results"
_YEAR = "clock hours a year"
MEANINGS: Mapping[str, Meaning] = {
    "replication": Meaning("hoeveelste herhaling", "replication", "number", _STUDY),
    "seed": Meaning("startgetal van het toeval", "seed of all draws", "number", _STUDY),
    "point": Meaning("punt van het raster", "point of the grid", "text", _STUDY),
    "block": Meaning("groep of school van de eenheid", "group or school", "code", _STUDY),
    "unit": Meaning("wat samen gepland is", "what was planned together", "code", _STUDY),
    "workbook": Meaning("werkboek", "workbook", "path in the study", _STUDY),
    "school": Meaning("code van de school of scholen", "code of the school(s)", "code", _BOOK),
    "school_name": Meaning("naam van de school of scholen", "name of the school(s)", "text", _BOOK),
    "level": Meaning("onderwijsniveau", "level of education", "text", _BOOK),
    "pupils": Meaning("leerlingen", "pupils", "number", _BOOK),
    "size": Meaning("klasse van leerlingen", "class of pupils", "pupils", _STUDY),
    "status": Meaning("hoe de berekening eindigde", "how the run ended", "word", _PLAN),
    "error": Meaning("waarom er geen plan is", "why there is no plan", "codes", _PLAN),
    "factor": Meaning("instelling {rest}", "factor {rest}", "see the manual", _STUDY),
    "drawn": Meaning(
        "getrokken vermenigvuldiger van {rest}", "drawn multiplier of {rest}", "times", _STUDY
    ),
    "value": Meaning("waarde van doel {rest}", "value of goal {rest}", "of the goal", _PLAN),
    "bound": Meaning("bewezen grens van doel {rest}", "proven bound of goal {rest}", "of the goal",
                     _PLAN),
    "proven": Meaning("bewezen (doel {rest})", "proven (goal {rest})", "0/1, or per cent", _PLAN),
    "short": Meaning("wat er op doel {rest} tekort is", "what lacks on goal {rest}",
                     f"{_YEAR}, weighted for coverage", _PLAN),
    "least": Meaning("wat er op doel {rest} minstens tekort moet zijn",
                     "what must lack at least on goal {rest}", f"{_YEAR}, weighted for coverage",
                     _PLAN),
    "demand": Meaning("uren die de taken vragen ({rest})", "hours that tasks ask ({rest})", _YEAR,
                      _CHECK),
    "covered": Meaning("uren die gepland zijn ({rest})", "hours planned ({rest})", _YEAR, _CHECK),
    "shortfall": Meaning("uren die niet gepland zijn ({rest})", "hours not planned ({rest})", _YEAR,
                         _CHECK),
    "missing": Meaning("uren van kerntaken die niet gedaan worden", "hours of core tasks not done",
                       _YEAR, _CHECK),
    "hours": Meaning("uren uit bron {rest}", "hours paid from {rest}", _YEAR, _PLAN),
    "schools": Meaning("scholen", "schools", "number", _TABLE),
    "people": Meaning("mensen", "people", "number", _BOOK),
    "people_full": Meaning("mensen die volzet zijn", "people with no time left", "number", _CHECK),
    "people_over": Meaning("mensen boven hun uren", "people above their hours", "number", _CHECK),
    "tasks": Meaning("taken", "tasks", "number", _BOOK),
    "tasks_dropped": Meaning("taken die niet gedaan worden", "tasks not done",
                             "number, or per cent", _CHECK),
    "core_dropped": Meaning("kerntaken die niet gedaan worden", "core tasks not done", "number",
                            _CHECK),
    "tasks_unstaffed": Meaning("taken waarvoor niemand alle competenties heeft",
                               "tasks that nobody is competent for", "number, or per cent", _BOOK),
    "core_unstaffed": Meaning("kerntaken waarvoor niemand alle competenties heeft",
                              "core tasks that nobody is competent for", "number", _BOOK),
    "schools_unstaffed": Meaning("scholen waar niemand één technische kerntaak aankan",
                                 "schools without anybody for any technical core task",
                                 "number, or per cent", _BOOK),
    "different_tasks": Meaning("verschillende taken waarvan iets gedaan wordt",
                               "different tasks of which something is done", "number", _CHECK),
    "travel": Meaning("uren reistijd", "hours of travel", _YEAR, _CHECK),
    "coverage_sum": Meaning("som van de dekking van de scholen", "sum of the schools' coverage",
                            "per cent", _TABLE),
    "seconds": Meaning("processortijd", "processor time", "seconds", "machine"),
    "points": Meaning("ICT-punten", "ICT points", "points a year", _BOOK),
    "ict_hours": Meaning("ICT-uren van wie er thuis hoort", "ICT hours of its own people",
                         "clock hours a week", _BOOK),
    "demand_core": Meaning("uren van kerntaken", "hours of core tasks", _YEAR, _CHECK),
    "missing_core": Meaning("uren van kerntaken die niet gedaan worden",
                            "hours of core tasks not done", _YEAR, _CHECK),
    "demand_pedagogical": Meaning("uren van pedagogische taken", "hours of pedagogical tasks",
                                  _YEAR, _CHECK),
    "covered_pedagogical": Meaning("geplande uren van pedagogische taken",
                                   "planned hours of pedagogical tasks", _YEAR, _CHECK),
    "measure": Meaning("maat; zie verder in dit codeboek", "measure; see below", "name", _TABLE),
    "mean": Meaning("gemiddelde", "mean", "of the measure", _TABLE),
    "low": Meaning("ondergrens van het 95%-interval", "lower end of the 95% interval",
                   "of the measure", _TABLE),
    "high": Meaning("bovengrens van het 95%-interval", "upper end of the 95% interval",
                    "of the measure", _TABLE),
    "replications": Meaning("herhalingen", "replications", "number", _TABLE),
    "no_interval": Meaning("waarom er geen interval is", "why there is no interval", "word",
                           _TABLE),
    "gap_low": Meaning("laagste gemiddelde dat de bewezen grenzen toelaten",
                       "lowest mean that the proven bounds allow", "of the measure", _TABLE),
    "gap_high": Meaning("hoogste gemiddelde dat de bewezen grenzen toelaten",
                        "highest mean that the proven bounds allow", "of the measure", _TABLE),
    "wide_low": Meaning("ondergrens met toeval en kloof samen", "lower end, chance and gaps",
                        "of the measure", _TABLE),
    "wide_high": Meaning("bovengrens met toeval en kloof samen", "upper end, chance and gaps",
                         "of the measure", _TABLE),
    "p": Meaning("p-waarde van Student dat het verschil 0 is",
                 "Student's p-value that the difference is 0", "0 to 1", _TABLE),
    "p_holm": Meaning("dezelfde met Holms correctie over de hele tabel",
                      "the same with Holm's correction over the whole table", "0 to 1", _TABLE),
    "advised": Meaning("herhalingen voor de gevraagde halve breedte",
                       "replications for the half-width asked", "number", _TABLE),
    "by": Meaning("waarnaar scholen gegroepeerd zijn", "what schools are grouped by", "word",
                  _TABLE),
    "group": Meaning("welke groep daarvan", "which group of these", "text", _TABLE),
    "over": Meaning("waarover het interval gaat", "what the interval is over", "word", _TABLE),
    "gini": Meaning("Gini-coëfficiënt", "Gini coefficient", "0 to 1", _TABLE),
    "gini_low": Meaning("ondergrens van zijn 95%-interval", "lower end of its 95% interval",
                        "0 to 1", _TABLE),
    "gini_high": Meaning("bovengrens van zijn 95%-interval", "upper end of its 95% interval",
                         "0 to 1", _TABLE),
    "outcome": Meaning("wint, verliest, of de verandering", "won, lost, or the change", "word",
                       _TABLE),
    "runs": Meaning("berekeningen", "runs", "number", _TABLE),
    "planned": Meaning("berekeningen met een plan", "runs with a plan", "number", _TABLE),
    "without_plan": Meaning("berekeningen zonder plan", "runs without a plan", "per cent", _TABLE),
    "gap": Meaning("afstand tussen waarde en grens (doel {rest})",
                   "distance between value and bound (goal {rest})", "per cent", _TABLE),
    "input": Meaning("onzekere invoer", "uncertain input", "name", _STUDY),
    "first": Meaning("Sobol-index van de eerste orde", "first-order Sobol index", "part", _TABLE),
    "first_half": Meaning("halve breedte van het interval ervan", "half-width of its interval",
                          "part", _TABLE),
    "total": Meaning("totale Sobol-index", "total Sobol index", "part", _TABLE),
    "total_half": Meaning("halve breedte van het interval ervan", "half-width of its interval",
                          "part", _TABLE),
    "effect": Meaning("gemiddeld elementair effect (Morris)", "mean elementary effect (Morris)",
                      "of the measure", _TABLE),
    "size_effect": Meaning("gemiddelde grootte ervan", "mean of its size", "of the measure",
                           _TABLE),
    "size_half": Meaning("halve breedte van het interval ervan", "half-width of its interval",
                         "of the measure", _TABLE),
    "spread": Meaning("spreiding van de elementaire effecten", "spread of elementary effects",
                      "of the measure", _TABLE),
    "stratum": Meaning("onderwijsniveau, eventueel met grootte", "level, with size if told",
                       "text", _STUDY),
    "published": Meaning("gepubliceerd aantal scholen", "published number of schools", "number",
                         _STUDY),
    "weight": Meaning("scholen die een school voorstelt", "schools that a school stands for",
                      "number", _TABLE),
    "norm": Meaning("taak of cluster", "task or cluster", "name", _STUDY),
    "multiplier": Meaning("getrokken vermenigvuldiger van de uren",
                          "drawn multiplier of the hours", "times", _STUDY),
    "coverage": Meaning("dekking ({rest})", "coverage ({rest})", "per cent of the hours asked",
                        _TABLE),
    "coverage_weighted": Meaning("dekking, gewogen naar prioriteit", "coverage by priority",
                                 "per cent", _TABLE),
    "coverage_mean": Meaning("dekking van de gemiddelde school", "coverage of the mean school",
                             "per cent", _TABLE),
    "core_done": Meaning("uren van kerntaken die gedaan worden", "hours of core tasks done",
                         "per cent", _TABLE),
    "floor_short": Meaning("uren onder de vloer per school", "hours under the floor per school",
                           _YEAR, _TABLE),
    "pedagogical_share": Meaning("pedagogisch deel van de geplande uren",
                                 "pedagogical part of planned hours", "per cent", _TABLE),
    "coverage_pedagogical": Meaning("pedagogische dekking van een school",
                                    "pedagogical coverage of a school", "per cent", _TABLE),
}  # fmt: skip
"""What each column means, by the part of its key before the dot."""
_MEASURES = (
    "coverage.all", "coverage_weighted", "coverage_mean", "core_done", "floor_short",
    "pedagogical_share", "coverage_pedagogical", "without_plan",
)  # fmt: skip
"""Measures that are no column: they stand below the columns."""


_BELOW = ("van de scholen zit eronder", "of the schools lie below")


def codebook(keys: Sequence[str], form: CsvForm) -> pd.DataFrame:
    """A row per column of the tables, by both its names.

    What two tables call the same in the form that they are written in has one row: it means the
    same, of a run in the one and of a school in the other.
    """
    rows = [_row(key) for key in (*keys, *(each for each in _MEASURES if each not in keys))]
    name = "column" if form is CsvForm.INTERNATIONAL else "kolom"
    return pd.DataFrame(rows).drop_duplicates(name, ignore_index=True)


def _row(key: str) -> dict[str, str]:
    part, _, rest = key.partition(".")
    quantile = part.removeprefix("q")
    if quantile.isdigit():
        dutch, other = (f"{quantile} % {text}" for text in _BELOW)
        found = Meaning(dutch, other, "of the measure", _TABLE)
    else:
        found = MEANINGS[part]
    levels = {str(level): word for level, word in labels.LEVELS.items()}
    return {
        "kolom": header(key),
        "column": english(key),
        "betekenis": found.dutch.format(rest=levels.get(rest, rest) or "alles"),
        "meaning": found.english.format(rest=rest or "all"),
        "unit": found.unit,
        "source": found.source,
    }
