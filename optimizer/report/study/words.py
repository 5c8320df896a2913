"""Dutch words of the results of a study: headers of its tables, titles of its drawings."""

from collections.abc import Mapping

from models.vocabulary import Cluster
from optimizer.workbook import labels

_PARTS: Mapping[str, str] = {
    "replication": "herhaling", "seed": "zaad", "point": "punt", "block": "blok",
    "unit": "eenheid", "status": "status", "error": "fout", "schools": "scholen",
    "people": "mensen", "people_full": "mensen_volzet", "people_over": "mensen_boven_100",
    "tasks": "taken", "tasks_dropped": "taken_niet_gedaan",
    "core_dropped": "kerntaken_niet_gedaan", "tasks_unstaffed": "taken_zonder_bekwame",
    "core_unstaffed": "kerntaken_zonder_bekwame",
    "schools_unstaffed": "scholen_zonder_bekwame", "travel": "uren_reistijd",
    "seconds": "seconden", "value": "waarde", "bound": "grens", "proven": "bewezen",
    "gap": "kloof", "factor": "factor", "demand": "uren_gevraagd", "covered": "uren_gepland",
    "shortfall": "uren_tekort", "missing": "uren_niet_gedaan", "hours": "uren",
    "coverage": "dekking", "all": "alles", "core": "kern", "core_done": "kern_gedaan",
    "pedagogical_share": "aandeel_pedagogisch", "measure": "maat", "mean": "gemiddelde",
    "low": "onder", "high": "boven", "replications": "herhalingen", "runs": "berekeningen",
    "planned": "met_plan", "workbook": "werkboek", "school": "school",
    "school_name": "schoolnaam", "level": "onderwijsniveau", "pupils": "leerlingen",
    "size": "grootteklasse", "points": "ICT_punten", "ict_hours": "ICT_uren_per_week",
    "drawn": "getrokken", "short": "tekort", "least": "tekort_minstens",
    "different_tasks": "verschillende_taken", "coverage_sum": "som_dekking_scholen",
    "demand_core": "uren_kern_gevraagd", "missing_core": "uren_kern_niet_gedaan",
    "demand_pedagogical": "uren_ped_gevraagd", "covered_pedagogical": "uren_ped_gepland",
    "weighted": "gewogen", "no_interval": "waarom_geen_interval", "gap_low": "kloof_onder",
    "gap_high": "kloof_boven", "wide_low": "onder_met_kloof", "wide_high": "boven_met_kloof",
    "advised": "herhalingen_nodig", "by": "per", "group": "waarvan",
    "over": "interval_over", "outcome": "uitkomst", "input": "invoer",
    "first": "sobol_eerste", "first_half": "sobol_eerste_halve", "total": "sobol_totaal",
    "total_half": "sobol_totaal_halve", "effect": "morris_mu", "stratum": "stratum",
    "published": "gepubliceerd", "weight": "gewicht", "norm": "norm", "multiplier": "factor",
    "gini_low": "gini_onder", "gini_high": "gini_boven",
    "spread": "morris_sigma", "size_effect": "morris_mu_ster", "size_half": "morris_mu_ster_halve",
}  # fmt: skip
_LABELS: Mapping[str, str] = {
    **{str(level): word for level, word in labels.LEVELS.items()},
    **{str(funding): word for funding, word in labels.FUNDINGS.items()},
    **{str(cluster): word for cluster, word in labels.CLUSTERS.items()},
}
_LEVEL_PARTS = ("value", "bound", "proven", "gap", "short", "least")


def header(key: str) -> str:
    """The name of a column in the files: Dutch, without spaces."""
    part, _, rest = key.partition(".")
    if part == "factor":
        return rest
    words = [_PARTS.get(part, part)]
    if rest:
        is_coverage = (rest == "core" and part not in _LEVEL_PARTS) or rest in ("all", "weighted")
        words.append(_PARTS[rest] if is_coverage else _LABELS.get(rest, rest))
    return "_".join(words).lower().replace(" & ", "_").replace("-", "_").replace(" ", "_")


MEASURES: Mapping[str, str] = {
    "coverage.all": "dekking, alle taken (%)",
    **{f"coverage.{c}": f"dekking {labels.CLUSTERS[c]} (%)" for c in Cluster},
    "coverage_weighted": "dekking, gewogen naar prioriteit (%)",
    "coverage_mean": "dekking van de gemiddelde school (%)",
    "core_done": "kerntaken gedaan (% van hun uren)",
    "floor_short": "uren onder de vloer, per school",
    "pedagogical_share": "pedagogisch deel van de geplande uren (%)",
    "different_tasks": "verschillende taken gedaan, per school",
    "tasks_dropped": "taken niet gedaan (%)",
    "tasks_unstaffed": "taken zonder bekwame persoon (%)",
    "schools_unstaffed": "scholen zonder bekwame persoon (%)",
    "without_plan": "berekeningen zonder plan (%)",
    "covered.all": "uren gepland, alle scholen samen",
    "travel": "uren reistijd, alle scholen samen",
}
"""What each measure of a summary is called for a reader."""
CLUSTER_SERIES: Mapping[str, str] = {
    "coverage.all": "alle taken",
    **{f"coverage.{cluster}": labels.CLUSTERS[cluster] for cluster in Cluster},
}
"""The measures that are drawn together, with the name of each."""
COVERAGE_TITLE = "Dekking per cluster"
COVERAGE_TEXT = (
    "Per punt van het raster het deel van de gevraagde uren dat gepland is, met het "
    "95%-interval over de herhalingen."
)
DIFFERENCE_TITLE = "Verschil met de basis"
DIFFERENCE_TEXT = (
    "Per punt hoeveel procentpunten meer of minder dekking dan de basis, in dezelfde "
    "scholen en herhalingen, met het 95%-interval."
)
CORE_TITLE = "Kerntaken en bekwaamheid"
CORE_TEXT = (
    "Per punt het deel van de uren van kerntaken dat gedaan wordt, en het deel van de taken "
    "waarvoor niemand alle gevraagde competenties heeft, met het 95%-interval."
)
PER_CENT_OF_DEMAND, PERCENTAGE_POINTS, PER_CENT = "% van de gevraagde uren", "procentpunten", "%"
POINT = "punt"
INTERVAL_COLUMNS = (
    "maat", "gemiddelde", "onder", "boven", "herhalingen", "bewezen plannen (%)",
    "als alles bewezen was", "waarom geen interval",
)  # fmt: skip
MEANS_CAPTION = "Elk punt: {point}"
POINTS_CAPTION = "Punten van het raster"
PROOF_CAPTION = "Hoe ver de plannen bewezen zijn (%)"
ORIGIN_CAPTION = "Waarmee de studie gemaakt is"
ORIGIN_COLUMNS = ("onderdeel", "waarde")
ORIGIN_NAMES: Mapping[str, str] = {
    "study_sha256": "studiebestand (SHA-256)",
    "design_sha256": "opzet (SHA-256)",
    "seed": "zaad",
    "deciding": "versies die het plan bepalen",
    "libraries": "alle onderdelen",
    "python": "Python",
    "platform": "systeem",
    "workbooks": "werkboeken (SHA-256)",
}
WHY: Mapping[str, str] = {
    "": "",
    "nothing_drawn": "niets wordt getrokken: elke herhaling is dezelfde",
    "one_replication": "één herhaling",
    "same_every_time": "in elke herhaling gelijk",
    "one_school": "één school of groep",
    "same_everywhere": "bij alle scholen gelijk",
}
"""Why there is no interval."""
BY: Mapping[str, str] = {
    "all": "alle scholen", "level": "onderwijsniveau", "size": "leerlingen", "block": "groep",
}  # fmt: skip
OUTCOMES: Mapping[str, str] = {
    "won": "wint (% van de scholen)",
    "lost": "verliest (% van de scholen)",
    "change": "verandering (procentpunten)",
}
"""What happens to a school against the baseline."""
SPREAD_TITLE = "Hoe de dekking over de scholen verdeeld is"
SPREAD_TEXT = (
    "Per punt de dekking van de scholen: de dunne lijn loopt van de laagste naar de hoogste tien "
    "procent, de dikke over de middelste helft, de stip is de middelste school."
)
SPREAD_COLUMNS = (
    "punt", "per", "waarvan", "scholen", "gemiddelde", "10 %", "25 %", "50 %", "75 %", "90 %",
    "Gini",
)  # fmt: skip
SPREAD_CAPTION = "Dekking per school (%)"
WINNERS_CAPTION = "Wie wint en wie verliest tegenover de basis"
WINNERS_COLUMNS = (
    "punt", "per", "waarvan", "uitkomst", "scholen", "gemiddelde (interval)",
)  # fmt: skip
SENSITIVITY_CAPTION = "Welke onzekere invoer het meest doet"
WEIGHTS_CAPTION = "Hoeveel scholen elke school voorstelt"


def describe_drawn(schools: int, groups: int) -> str:
    """What a drawn population is, in a few words."""
    word = "scholengroep" if groups == 1 else "scholengroepen"
    grouped = f" in {groups} {word}" if groups else ""
    return f"{schools} verzonnen scholen{grouped}"


def describe_workbooks(count: int) -> str:
    """What a population of workbooks is, in a few words."""
    return "1 werkboek" if count == 1 else f"{count} werkboeken"
