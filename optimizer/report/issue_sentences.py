"""The Dutch sentence for each issue in the input, by code."""

from collections.abc import Mapping

from optimizer.report.form_sentences import FORMS
from optimizer.report.import_sentences import COLUMNS_FILE
from optimizer.report.reading_sentences import READING
from optimizer.report.study.sentences import STUDY_FILE
from optimizer.report.year_sentences import YEAR

RECORDS: Mapping[str, str] = {
    "no-schools": "Er staat geen enkele school op het blad Scholen.",
    "no-persons": "Er staat niemand op het blad Personen.",
    "no-tasks": "Er staat geen enkele taak op het blad Taken.",
    "duplicate-code": "de code {found} bestaat al in {first}. Geef deze rij een andere code.",
    "same-name": (
        "{codes} hebben dezelfde naam, ‘{found}’. In het plan komt hun code erbij; met een eigen "
        "naam voor elk leest het makkelijker."
    ),
    "reserved-code": (
        "{found} heeft een eigen betekenis en kan hier geen code zijn. Kies een andere."
    ),
    "unknown-home": (
        "hier staat ‘{found}’; verwacht wordt de code van een school of CENTRAAL: {expected}."
    ),
    "unknown-unit": "hier staat ‘{found}’; verwacht wordt één van: {expected}.",
    "unknown-task": ("er bestaat geen taak ‘{found}’."),
    "unknown-person": ("er bestaat niemand met code of naam ‘{found}’."),
    "unknown-competence": (
        "de competentie ‘{found}’ is geen kolom van het blad Personen. Voeg die kolom toe of kies"
        " één van: {expected}."
    ),
    "out-of-range": "hier staat {found}; verwacht wordt een waarde van {least} tot {most}.",
    "too-fine-rate": "hier staat {found} euro per uur; verwacht wordt een tarief in hele centen.",
    "too-many-hours": (
        "{person} heeft samen {found} klokuren per week; meer dan {most} kan niet. Kijk na of u "
        "uren per week invulde, niet per jaar."
    ),
    "central-bpt": (
        "{person} hoort bij CENTRAAL en kan geen BPT-uren hebben. Geef de persoon een thuisschool"
        " of maak de BPT-uren 0."
    ),
    "group-bpt": "BPT-uren kunnen niet gepoold worden; dit getal bij GROEP telt niet mee.",
    "bpt-above-ceiling": (
        "{found} BPT-uren is meer dan het plafond van {most}. Verlaag de uren (hier of op het "
        "blad Personen), of zet ‘akkoord lokaal comité’ op ja als dat er is."
    ),
    "points-exceeded": (
        "voor de ICT-aanstellingen van {persons} ontbreken {lacking} punten, ook met die van alle "
        "scholen samen waar ze betaald mogen worden ({units}). Daarom tellen alleen de uren die ze "
        "in het plan werken. Kijk de ICT-punten of de aanstellingen na."
    ),
    "class-counts-differ": (
        "hier staan {expected} leerlingen, maar de kolommen per gewicht (lln …) tellen er samen "
        "{found}. De berekende ICT-punten gaan uit van die kolommen."
    ),
    "points-not-computable": (
        "hier staat ‘berekend’, maar de ICT-punten van {unit} kunnen nog niet berekend worden. Vul "
        "eerst in: {lacks}. Of typ hier zelf een getal."
    ),
    "computed-points-too-large": (
        "voor {unit} komt de berekening op {found} ICT-punten, en dat kan niet juist zijn. Kijk de "
        "aantallen leerlingen en punten_coefficient na."
    ),
    "computed-points-of-pool": (
        "de pool heeft zelf geen leerlingen om ‘berekend’ uit te rekenen. Typ een getal of laat de "
        "cel leeg; met ‘pool %’ brengen de scholen hun punten in."
    ),
    "missing-price": (
        "wat een voltijdse betrekking met diploma {diploma} kost in punten is niet ingevuld "
        "(punten_{diploma} op het blad Instellingen; het cijfer staat in omzendbrief GD/2003/04). "
        "{persons:wordt|worden} uit punten betaald."
    ),
    "open-appointment-without-points": (
        "de ICT-uren van {person} staan op max, maar er zijn geen punten die dat begrenzen. Vul "
        "de ICT-punten in of typ een aantal uren."
    ),
    "tasks-without-rate": (
        "er is geld om uit te besteden, maar {tasks:heeft geen tarief en blijft|hebben geen tarief "
        "en blijven} bij de eigen mensen. Vul bij tarief_standaard (blad Instellingen) in wat een "
        "firma per uur vraagt, of bij een taak een eigen tarief."
    ),
    "nobody-has-hours": (
        "niemand heeft uren, en dus kan niemand taken uitvoeren. Vul op het blad Personen in "
        "hoeveel uren per week elke persoon heeft: ICT-uren, BPT-uren of andere uren."
    ),
    "nobody-has-levels": (
        "niemand heeft competenties, en {tasks:taak vraagt|taken vragen} er. Vul op het blad "
        "Personen per persoon en per competentie een niveau van 0 tot 4 in; dat werk blijft anders "
        "liggen."
    ),
    "count-not-filled-in": (
        "hier staat niets of 0 voor {unit}, maar {tasks:taak groeit|taken groeien} ermee mee (uren "
        "per {driver}). Vul het aantal in; die uren tellen anders niet mee."
    ),
    "person-without-hours": "{person} heeft geen uren en kan dus geen taken uitvoeren.",
    "no-competent-person": (
        "niemand beheerst alles wat {tasks:vraagt|vragen}. {persons:komt|komen} het dichtst in de "
        "buurt, maar {persons:=komt|komen} tekort voor: {lacks}."
    ),
    "no-person-allowed": (
        "niemand mag {tasks} doen: kijk op Personen het bereik en de rol na, op Taken de kolom "
        "‘wie’, en op Uitzonderingen ‘nooit’."
    ),
    "nobody-reaches-group": (
        "{tasks:staat|staan} op groepsniveau, maar niemand heeft GROEP in zijn bereik. Zet "
        "‘niveau’ op keuze of school, of geef iemand op Personen het bereik alle of GROEP."
    ),
    "no-person-paid": (
        "{persons:kan|kunnen} {tasks} doen, maar {persons:=heeft|hebben} geen uren uit een bron "
        "die daar mag betalen."
    ),
}
"""What is wrong with schools, people and tasks."""

DEVIATIONS: Mapping[str, str] = {
    "deviation-needs-person": "een uitzondering van de soort ‘{kind}’ vraagt een persoon.",
    "deviation-needs-people": (
        "een uitzondering van de soort ‘{kind}’ vraagt twee verschillende personen, met een "
        "puntkomma ertussen."
    ),
    "deviation-needs-value": "een uitzondering van de soort ‘{kind}’ vraagt een waarde.",
    "deviation-matches-nothing": (
        "deze uitzondering (‘{kind}’) heeft geen effect: er is geen geplande taak waarvoor ze "
        "geldt."
    ),
    "pin-matches-nothing": (
        "de vaste rij over {task} heeft geen effect: die taak wordt niet gepland."
    ),
    "pin-banned": (
        "{person} staat vast op {task}, maar de uitzondering ‘nooit’ in {ban} verbiedt dat."
    ),
    "pin-out-of-reach": (
        "{person} staat vast op {task}, maar dat valt buiten het bereik (op Personen)."
    ),
    "pin-against-role": (
        "{person} staat vast op {task}, al is die taak niet voor de rol {found}: wat vaststaat, "
        "gaat voor."
    ),
    "pin-not-competent": (
        "{person} staat vast als {role} van {task}, maar heeft te weinig van: {lacks}."
    ),
    "lead-not-competent": (
        "{person} staat vast als verantwoordelijke van {task}, maar komt één niveau tekort voor: "
        "{lacks}. Een verantwoordelijke moet alles beheersen; wie alleen meewerkt, mag één niveau "
        "tekortkomen."
    ),
    "pin-not-paid": (
        "{person} staat vast op {task}, maar geen enkele bron mag die uren daar betalen."
    ),
    "pinned-without-hours": (
        "{person} heeft geen uren, maar staat nog vast in {cells}. Vul de uren in, of verdeel dat "
        "werk: ‘taakverdeler vervang WERKBOEK {who} --vanaf DATUM -o UIT.xlsx’ maakt die rijen los "
        "en plant de rest van het jaar; ‘taakverdeler losmaken WERKBOEK {who} -o UIT.xlsx’ maakt "
        "ze alleen los."
    ),
    "pin-above-demand": (
        "er staat {found} uur vast op {task}, en die taak vraagt maar {most} uur."
    ),
    "pin-above-capacity": (
        "voor {person} staat samen {found} uur per jaar vast, en er is maar {most} uur beschikbaar."
    ),
    "pinned-at-both-levels": (
        "{task} staat op niveau ‘keuze’: het plan doet die taak op groepsniveau of aan de scholen. "
        "Hier staat ze op allebei vast. Noem bij ‘school’ alleen GROEP, of alleen scholen."
    ),
    "pins-disagree": (
        "de uren van {person} op {task} staan op verschillende getallen vast: {found}. Kies er "
        "één, in Uitzonderingen of met de x in Verdeling."
    ),
    "pin-below-grain": (
        "er wordt gepland in stukken van {grain} uur, en {found} uur is minder dan de helft "
        "daarvan: dat wordt nul. Typ meer uren, of maak de stukken kleiner (‘korrel’ op "
        "Instellingen)."
    ),
    "too-many-pins": (
        "op {task} staan {found} mensen vast; er {most:=mag|mogen} er hoogstens {most} aan werken."
    ),
    "too-many-backup-pins": (
        "{person} staat bij {found:taak|taken} vast als back-up; het {most:=mag er hoogstens|mogen "
        "er hoogstens} {most} zijn."
    ),
    "two-leads": "{task} heeft meer dan één vaste verantwoordelijke: {persons}. Kies er één.",
    "lead-is-backup": "{person} staat bij {task} vast als verantwoordelijke én als back-up.",
    "pin-not-outsourceable": (
        "voor {task} staan uitbestede uren vast, maar de taak kan niet uitbesteed worden (kijk "
        "uitbesteden %, tarief en werkingsmiddelen na)."
    ),
    "pin-above-outsourcing": (
        "voor {task} staan {found} uitbestede uren vast; hoogstens {most} mag."
    ),
}
"""What is wrong with exceptions and pins."""

SENTENCES: Mapping[str, str] = {
    **READING,
    **RECORDS,
    **DEVIATIONS,
    **YEAR,
    **FORMS,
    **COLUMNS_FILE,
    **STUDY_FILE,
}
