"""The rows of the settings sheet: Dutch keys, what they hold, their default and meaning."""

from dataclasses import dataclass

from optimizer.workbook import labels
from optimizer.workbook.read.columns import ColumnKind


@dataclass(frozen=True)
class SettingRow:
    """One setting.

    `key` is the Dutch key in the workbook, `path` where it goes in `models.settings.Settings`
    (a dotted name: `floors.technical` is the entry of a mapping). `default` is what the template
    shows and what an absent row means; empty means "unknown: fill in when needed". `least` and
    `most` bound a number, both inclusive. `choices` of a text are suggestions, a number is allowed
    too. `former` is how the key was called in older workbooks.
    """

    key: str
    path: str
    kind: ColumnKind
    default: str
    help: str
    least: str = "0"
    most: str = ""
    choices: tuple[str, ...] = ()
    former: str = ""


N, H, P, C, T, X, D = (
    ColumnKind.NUMBER, ColumnKind.HOURS, ColumnKind.PERCENT, ColumnKind.COUNT, ColumnKind.TEXT, ColumnKind.CHOICE, ColumnKind.DATE,
)  # fmt: skip
_YES_NO = tuple(labels.YES_NO.values())

SETTING_ROWS: tuple[SettingRow, ...] = (
    SettingRow("schooljaar", "school_year", T, "2026-2027", "Schooljaar waarvoor u plant; komt op de afdruk."),
    SettingRow("weken_school", "school_weeks", N, "37", "Aantal lesweken in een schooljaar.", "1", "53"),
    SettingRow("weken_permanentie", "standby_weeks", N, "2", "Extra weken (vakantie) waarin uren uit ICT-punten gepresteerd worden.", "0", "16"),
    SettingRow("korrel", "grain", C, "4", "Kleinste eenheid van plannen, in uren per jaar. 4 uur per jaar is ongeveer 6 minuten per week.", "1", "100"),
    SettingRow("blok_min", "min_block", H, "8", "Wie aan een taak werkt, doet er minstens zoveel uur per jaar van.", "0.25", "1000"),
    SettingRow("uren_per_taak", "hours_per_task", H, "20", "Zoveel uur per jaar dragen één taak: wie meer verschillende taken heeft dan de eigen uren dragen, is versnipperd.", "1", "1000"),
    SettingRow("max_uitvoerders", "max_persons", C, "3", "Hoogstens zoveel mensen delen één taak, tenzij de taak zelf iets anders zegt.", "1", "100"),
    SettingRow("minimum_pct", "minimum_pct", P, "60", "Onder dit deel van de gevraagde uren telt een taak als niet gedaan.", "0", "100"),
    SettingRow("lead_min_pct", "lead_min_pct", P, "30", "Wie een taak leidt, doet minstens dit deel van wat eigen mensen eraan doen.", "0", "100"),
    SettingRow("voltijds_uren", "fulltime_hours", H, "36", "Klokuren per week van een voltijdse betrekking.", "1", "60"),
    SettingRow("punten_HSO", "post_prices.hso", N, "63", "ICT-punten die een voltijdse betrekking kost met een diploma hoger secundair onderwijs (omzendbrief GD/2003/04).", "0.01", "10000"),
    SettingRow("punten_bachelor", "post_prices.bachelor", N, "", "Idem voor een bachelor. Vul het cijfer van de regelgeving in (omzendbrief GD/2003/04) zodra een bachelor uit punten betaald wordt.", "0.01", "10000"),
    SettingRow("punten_master", "post_prices.master", N, "", "Idem voor een master. Vul het cijfer van de regelgeving in (omzendbrief GD/2003/04) zodra een master uit punten betaald wordt.", "0.01", "10000"),
    SettingRow("punten_coefficient", "points_coefficient", N, "", "ICT-punten per gewogen leerling (BVR 5 december 2003, art. 3). Vul het cijfer van uw schooljaar in: het programma toont dan op Scholen de berekende ICT-punten, en gebruikt ze waar bij ICT-punten ‘berekend’ staat.", "0", "100"),
    SettingRow("tarief_standaard", "standard_rate", N, "", "Euro per uur van een externe firma, voor elke taak met ‘uitbesteden %’ en zonder eigen tarief. Vul in zodra er werkingsmiddelen zijn om uit te besteden.", "0.01", "10000"),
    SettingRow("bpt_plafond_pct", "bpt_ceiling_pct", P, "3", "Plafond voor BPT-uren, in procent van de uren-leraar; meer mag alleen met akkoord van het lokaal comité (Codex secundair onderwijs art. 212; decreet basisonderwijs art. 163bis).", "0", "100"),
    SettingRow("bpt_regel", "bpt_hour", T, "lesuur", "Hoeveel klokuren één BPT-lesuur telt; geen regelgeving schrijft dat voor. lesuur: de 50 minuten zelf; post 36/20, 36/21, 36/22 of 36/24: het deel van een voltijdse betrekking; of een getal.", "0.1", "2", choices=tuple(labels.BPT_READINGS.values()), former="bpt_uur"),
    SettingRow("leerling_toegelaten", "learners_allowed", X, "ja", "Mag iemand die één niveau te kort komt meewerken naast een bekwame verantwoordelijke?", choices=_YES_NO),
    SettingRow("max_backups", "max_backups", C, "8", "Voor hoogstens zoveel taken is iemand back-up.", "0", "1000"),
    SettingRow("uren_per_bezoek", "hours_per_visit", H, "4", "Uren werk ter plaatse per bezoek aan een andere school.", "0.25", "24"),
    SettingRow("reistijd_zone", "travel_within_zone", H, "0,25", "Reistijd per bezoek binnen dezelfde zone, in uren.", "0", "24"),
    SettingRow("reistijd_buiten", "travel_between_zones", H, "0,75", "Reistijd per bezoek naar een andere zone, in uren.", "0", "24"),
    SettingRow("zone_centraal", "central_zone", T, "", "Zone waar de mensen van CENTRAAL vertrekken."),
    SettingRow("vloer_technisch", "floors.technical", P, "0", "Minstens dit deel van de eigen uren gaat naar technische taken.", "0", "100"),
    SettingRow("vloer_pedagogisch", "floors.pedagogical", P, "25", "Minstens dit deel van de eigen uren gaat naar pedagogisch-didactische taken: zo eten storingen het pedagogische werk niet op.", "0", "100"),
    SettingRow("vloer_beleid", "floors.policy", P, "0", "Minstens dit deel van de eigen uren gaat naar beleid en visie.", "0", "100"),
    SettingRow("vloer_administratief", "floors.administrative", P, "0", "Minstens dit deel van de eigen uren gaat naar administratieve taken.", "0", "100"),
    SettingRow("jaarbewaking", "year_watch", X, "tonen", "Uren per maand (blad Kalender). tonen: alleen laten zien; bewaken: niemand krijgt in een maand meer dan de eigen uren plus rek_pct; uit: geen Kalender.", choices=tuple(labels.YEAR_WATCHES.values())),
    SettingRow("rek_pct", "stretch_pct", P, "25", "Zoveel procent boven de eigen uren mag een drukke maand gaan als jaarbewaking op ‘bewaken’ staat; Kalender kleurt wat erboven gaat.", "0", "500"),
    SettingRow("vanaf", "plan_from", D, "", "Plan alleen de rest van het schooljaar, vanaf deze datum. Leeg: het hele schooljaar."),
    SettingRow("modus", "mode", X, "volledig", "volledig: alle taken; technische kern: alleen de technische kerntaken; technische kern + beleid: ook de kerntaken van beleid en visie.", choices=tuple(labels.MODES.values())),
    SettingRow("niveaus", "levels", T, ", ".join(labels.LEVELS.values()), "Volgorde waarin de doelen tellen, met komma's ertussen. Wat u weglaat, telt niet mee."),
    SettingRow("gewicht_verplicht", "priority_weights.mandatory", C, "10", "Gewicht van een ontbrekend stukje werk van een verplichte taak.", "0", "1000"),
    SettingRow("gewicht_essentieel", "priority_weights.essential", C, "10", "Idem voor een essentiële taak.", "0", "1000"),
    SettingRow("gewicht_gewenst", "priority_weights.desired", C, "3", "Idem voor een gewenste taak.", "0", "1000"),
    SettingRow("gewicht_optioneel", "priority_weights.optional", C, "1", "Idem voor een optionele taak.", "0", "1000"),
    SettingRow("gewicht_dagelijks", "daily_weight", C, "1", "Zoveel telt werk dat elke dag komt zwaarder dan ander werk van dezelfde prioriteit.", "0", "1000"),
    SettingRow("gewicht_geschikt", "quality.fit", C, "1", "Gewicht van werk dat ver ligt van waar iemand sterk in is, of waarvoor iemand een niveau te kort komt.", "0", "1000"),
    SettingRow("gewicht_wens", "quality.wish", C, "3", "Gewicht van voorkeuren: werk bij wie het graag doet.", "0", "1000"),
    SettingRow("gewicht_rol", "quality.role", C, "6", "Gewicht van werk buiten de eigen rol (blad Rollen) en de kolom ‘bij voorkeur’.", "0", "1000"),
    SettingRow("gewicht_uitbesteden", "quality.outsourcing", C, "10", "Gewicht van uitbesteed werk: eigen mensen eerst.", "0", "1000"),
    SettingRow("gewicht_reistijd", "quality.travel", C, "5", "Gewicht van reistijd: wie ter plaatse is, doet het.", "0", "1000"),
    SettingRow("gewicht_versnippering", "quality.fragmentation", C, "5", "Gewicht van versnippering: veel mensen per taak, veel clusters of scholen per persoon.", "0", "1000"),
    SettingRow("gewicht_stabiliteit", "quality.stability", C, "5", "Gewicht van wijzigingen ten opzichte van het vorige plan.", "0", "1000"),
    SettingRow("speling_eerlijkheid", "fairness_slack", C, "50", "Zoveel promille mag de belasting ongelijker zijn om mensen beter passend werk te geven.", "0", "1000"),
    SettingRow("vastgesteld_op", "adopted_on", T, "", "Datum waarop dit plan is vastgesteld. Leeg is een concept; vanaf een vaststelling wijzigt een nieuwe berekening zo weinig mogelijk."),
    SettingRow("vastgesteld_door", "adopted_by", T, "", "Wie het plan heeft vastgesteld."),
    SettingRow("tijdslimiet", "time_limit", N, "60", "Rekentijd in seconden.", "1", "86400"),
    SettingRow("zaad", "seed", C, "1", "Getal waarmee het zoeken begint: zelfde getal, zelfde zoektocht.", "0", "2147483647"),
    SettingRow("zelf_telt", "own_rating_counts", X, "nee", "Neemt ‘screening lees’ de eigen inschatting van mensen over op Personen? nee: wat er staat blijft, en verschillen zijn er om te bespreken.", choices=_YES_NO),
)  # fmt: skip
