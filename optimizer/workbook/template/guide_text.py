"""The sentences of the reading guide, in Dutch; one line each, short enough for the sheet."""

TITLE = "Leesmij: ICT-taken verdelen met dit werkboek"
INTRO: tuple[str, ...] = (
    "Dit werkboek is invoer en resultaat tegelijk. U vult de blauwe bladen in; het programma",
    "taakverdeler rekent de beste verdeling uit en schrijft ze in de groene bladen.",
    "",
    "De uren in de takenlijst zijn AANNAMES: niemand heeft ze gemeten. Ze gelden voor een",
    "secundaire school met 500 leerlingen, 590 toestellen, 60 leerkrachten en 1 vestiging. Pas ze",
    "aan. Het deel per eenheid groeit mee met uw leerlingen, toestellen of leerkrachten.",
)
EXAMPLE_NOTE: tuple[str, ...] = (
    "De school en de mensen in dit bestand zijn verzonnen. Ook het tarief van 65 euro per uur is",
    "maar een voorbeeld.",
)
STEPS: tuple[tuple[str, ...], ...] = (
    (
        "Vul ‘Scholen’ in: aantallen en middelen. Kijk ‘Instellingen’ na; een gele cel vult u in",
        "als u dat cijfer nodig hebt.",
    ),
    ("Vul ‘Personen’ in: uren per week en een niveau van 0 tot 4 per competentie.",),
    (
        "Overloop ‘Taken’. Zet ‘van toepassing’ op nee of later waar dat klopt en verbeter de",
        "uren. Wat alleen voor één school of persoon geldt, komt op ‘Uitzonderingen’.",
    ),
    (
        "Bewaar, en laat het bestand nakijken en verdelen:",
        "taakverdeler controleer BESTAND.xlsx  en daarna  taakverdeler optimaliseer BESTAND.xlsx",
    ),
    (
        "Lees eerst ‘Samenvatting’ en ‘Hiaten’, dan ‘Verdeling’. Bevalt een regel u? Zet een x",
        "in ‘vast’. Verander wat niet goed is en reken opnieuw: de rest blijft zo gelijk mogelijk.",
    ),
)
FREEDOM: tuple[str, ...] = (
    "U mag kolommen verplaatsen en eigen kolommen, kleuren en bladen toevoegen: het programma",
    "zoekt de kolommen op hun naam en laat al het andere ongemoeid. Verander de namen van de",
    "bladen en van de gebruikte kolommen niet. Meer waarden in één cel: puntkomma ertussen.",
)
HELP: tuple[str, ...] = (
    "taakverdeler stappen BESTAND.xlsx -o START.xlsx stelt u de vragen van het stappenplan.",
    "taakverdeler controleer BESTAND.xlsx noemt elke fout met blad en cel, en wat er moet staan.",
    "Op het blad ‘Hiaten’ staat van elke taak die blijft liggen waarom, en wat kan helpen.",
    "taakverdeler --hulp toont alle opdrachten. Een ingevuld voorbeeld maakt u zo:",
    "taakverdeler sjabloon VOORBEELD.xlsx --voorbeeld school   (of groep)",
)
SHEETS_HEADING = "De bladen"
COLUMNS_HEADING = "De kolommen en wat een lege cel betekent"
COLOURS_HEADING = "De kleuren"
HELP_HEADING = "Hulp"
STEPS_HEADING = "In vijf stappen"
COLUMN_HEADERS = ("blad", "kolom of instelling", "betekenis", "leeg betekent")
INPUT_KIND = "u vult in"
OUTPUT_KIND = "programma vult in"
REQUIRED = "moet ingevuld zijn"
NOTHING = "geen"
UNKNOWN = "niet bekend: invullen zodra u het nodig hebt"
FILLED_BY_PROGRAM = "vult het programma in"
COMPETENCE_COLUMNS = "één kolom per competentie"
COMPETENCE_HELP = (
    "Niveau van 0 tot 4: 0 geen, 1 basis, 2 zelfstandig, 3 gevorderd, 4 expert. U mag kolommen "
    "voor eigen competenties toevoegen. De kolommen: "
)
CORE_COLOUR = "kerntaak van de ICT-coördinatie"
RESULT_COLOUR = "vult het programma in; wat u hier typt, wordt overschreven"
ASSUMED_COLOUR = "kolom met aannames: kijk deze uren na"
INPUT_COLOUR = "kolom die u invult"
ASK_COLOUR = "nog onbekend: vul in zodra u het nodig hebt"
ANONYMOUS_NOTE = (
    "Dit werkboek is gemaakt voor onderzoek. Namen van mensen en scholen zijn vervangen door "
    "codes; eigen teksten, opmerkingen en bladen zijn weggelaten.",
    "Let op: aantallen, uren, rollen en niveaus zijn die van de school zelf. Wie de school goed "
    "kent, kan haar of iemand daarin herkennen. Behandel dit bestand als persoonsgegevens.",
)
"""Lines on the reading guide of a workbook without names."""
