"""The Dutch sentences for what hinders reading a workbook: its sheets, columns and cells."""

from collections.abc import Mapping

READING: Mapping[str, str] = {
    "open-elsewhere": (
        "Het werkboek staat open in een ander programma (er is een bestand {found}). Wat daar nog "
        "niet bewaard is, telt niet mee."
    ),
    "checks-wait": (
        "Andere controles hangen van deze fouten af; die volgen als ze verbeterd zijn."
    ),
    "own-sheet-missing": (
        "dit blad wordt genoemd als ‘{used}’, maar het staat niet in het werkboek. Deze bladen "
        "zijn gevonden: {found}."
    ),
    "own-header-missing": (
        "de titel ‘{expected}’ wordt genoemd als ‘{used}’, maar hij staat niet in deze rij. Titels "
        "die er wel staan: {found}."
    ),
    "not-our-workbook": (
        "Dit werkboek heeft geen bladen Scholen, Personen en Taken; gevonden: {found}. Is het een "
        "eigen takenoverzicht, dan maakt ‘taakverdeler importeer’ er een werkboek van. Hebben de "
        "bladen andere namen, geef die dan met --kolommen."
    ),
    "missing-sheet": "het blad ontbreekt. Deze bladen zijn gevonden: {found}.",
    "absent-sheet": "het blad ontbreekt; alles wat daar kan staan, krijgt zijn standaardwaarde.",
    "sheet-too-large": "dit blad bevat te veel om veilig te lezen; het wordt overgeslagen.",
    "sheet-unreadable": "dit blad is beschadigd en kan niet gelezen worden.",
    "no-header": "er is geen rij met kolomtitels gevonden. Verwacht worden minstens: {expected}.",
    "missing-column": (
        "in deze rij met titels ontbreekt de kolom ‘{expected}’. Kolommen die het programma hier "
        "niet kent: {found}."
    ),
    "duplicate-header": (
        "de kolom ‘{found}’ staat er twee keer (de eerste in {first}). Geef één van de twee een "
        "andere titel."
    ),
    "near-miss-header": (
        "de titel ‘{found}’ lijkt op ‘{expected}’, maar is niet dezelfde; de kolom wordt niet "
        "gelezen zoals ‘{expected}’."
    ),
    "near-miss-setting": (
        "de sleutel ‘{found}’ lijkt op ‘{expected}’, maar is niet dezelfde; de instelling wordt "
        "niet gelezen."
    ),
    "duplicate-setting": (
        "de instelling ‘{found}’ staat er twee keer (de eerste in {first}). Laat er één staan."
    ),
    "former-order": (
        "dit is de volgorde van een vroegere versie, zonder ‘spreiding’. Er wordt gerekend met die "
        "van nu: spreiding komt na dekking, zodat niet één cluster achterblijft. Wilt u een andere "
        "volgorde, typ ze dan hier."
    ),
    "setting-out-of-range": (
        "hier staat {found}; verwacht wordt een waarde van minstens {least}{upto}."
    ),
    "level-twice": "het doel ‘{found}’ staat er twee keer. Noem elk doel hoogstens één keer.",
    "formula-without-value": (
        "deze formule is nog nooit berekend. Open het bestand in Excel, bewaar het en probeer "
        "opnieuw."
    ),
    "error-value": "hier staat de Excel-fout {found}. Herstel de formule of typ de waarde.",
    "not-a-number": "hier staat ‘{found}’; verwacht wordt alleen een getal, zoals 12 of 1,5.",
    "not-a-level": "hier staat ‘{found}’; verwacht wordt een niveau van 0 tot 4, als heel getal.",
    "not-yearly-hours": (
        "hier staat ‘{found}’; verwacht wordt een aantal uren per schooljaar, als getal zoals 40."
    ),
    "date-not-number": (
        "hier staat een datum of tijdstip ({found}); verwacht wordt een getal. Zet de "
        "celeigenschappen op Getal en typ de waarde opnieuw."
    ),
    "date-not-text": (
        "hier staat een datum of tijdstip ({found}); Excel maakte dat misschien van uw tekst. "
        "Zet de celeigenschappen op Tekst en typ de waarde opnieuw."
    ),
    "ambiguous-number": (
        "‘{found}’ kan op twee manieren gelezen worden. Typ duizendtallen zonder punt en "
        "decimalen met een komma."
    ),
    "number-too-large": "hier staat {found}; een getal boven {most} kan niet juist zijn.",
    "not-whole": "hier staat {found}; verwacht wordt een geheel getal.",
    "fraction-of-percent": (
        "hier staat {found}, dat is minder dan één procent. Bedoelt u een deel van de 100, typ "
        "dan bijvoorbeeld 60."
    ),
    "unknown-choice": "hier staat ‘{found}’; verwacht wordt één van: {expected}.",
    "unknown-word": (
        "hier staat ‘{found}’; gebruikelijk is één van: {expected}. Een ander woord telt als "
        "niet ingevuld."
    ),
    "asks-price": (
        "hier staat ‘{found}’, en dat heeft geen eigen puntenprijs. Typ het diploma waarvan de "
        "prijs voor deze persoon geldt: HSO, bachelor of master."
    ),
    "ambiguous-name": ("‘{found}’ kan meer dan één zijn: {expected}. Typ de code."),
    "missing-choice": "deze cel is leeg; verwacht wordt één van: {expected}.",
    "missing-value": "deze cel is leeg; in de kolom ‘{header}’ moet hier iets staan.",
    "missing-key": (
        "deze rij is ingevuld, maar de kolom ‘{header}’ is leeg. Vul ze aan of maak de rij leeg."
    ),
    "row-without-number": (
        "deze rij heeft geen nummer en noemt geen cluster; ze wordt overgeslagen."
    ),
    "no-cluster": (
        "deze taak heeft geen cluster, en er staat geen titelrij met een cluster boven. Verwacht "
        "wordt één van: {expected}."
    ),
    "not-a-competence": (
        "‘{found}’ is niet leesbaar; verwacht wordt een competentie met een niveau, zoals "
        "‘netwerk:3; servers:2’."
    ),
    "competence-twice": "de competentie in ‘{found}’ staat er twee keer. Laat er één staan.",
    "not-a-source": (
        "hier staat ‘{found}’; verwacht wordt een bron ({expected}) met de school of GROEP "
        "erachter, zoals ‘ICT S1’."
    ),
    "unknown-pin-mark": (
        "hier staat ‘{found}’; zet een x om de rij vast te houden, of laat de cel leeg."
    ),
    "name-differs": (
        "hier staat ‘{found}’, maar de code ernaast is die van {person}. Verander de naam of de "
        "code, zodat ze over dezelfde persoon gaan."
    ),
    "renamed": (
        "hier staat nog ‘{found}’, maar op het blad Personen is dat nu {person}; die naam telt."
    ),
    "plan-row-ignored": "deze rij van het vorige plan is niet leesbaar en wordt overgeslagen.",
    "output-without-headers": (
        "dit blad heeft niet de kolomtitels waaronder het plan hoort: minstens {expected}. Zet ze "
        "terug, of hernoem of verwijder het blad: dan maakt het programma een nieuw."
    ),
}
"""What is wrong in the cells themselves."""
