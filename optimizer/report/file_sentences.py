"""The Dutch sentence for each refusal of a file, by code."""

from collections.abc import Mapping

from optimizer.report.import_sentences import OVERVIEWS
from optimizer.report.study.sentences import STUDY_REFUSALS

FILES: Mapping[str, str] = {
    **OVERVIEWS,
    **STUDY_REFUSALS,
    "not-found": "Het bestand {path} bestaat niet.",
    "in-use": "Het bestand {path} mag niet gelezen worden. Sluit het in Excel en probeer opnieuw.",
    "encrypted": (
        "Het bestand {path} is beveiligd met een wachtwoord. Bewaar een kopie zonder wachtwoord."
    ),
    "wrong-format": (
        "Het bestand {path} is geen .xlsx- of .xlsm-bestand. Open het in Excel en bewaar het als "
        "Excel-werkmap (.xlsx)."
    ),
    "not-a-workbook": "Het bestand {path} is geen Excel-werkmap, of het is beschadigd.",
    "unreadable": (
        "Het bestand {path} kan niet gelezen worden. Open het in Excel en bewaar het opnieuw."
    ),
    "truncated": "Het bestand {path} is onvolledig of beschadigd. Kopieer of download het opnieuw.",
    "too-large": "Het bestand {path} is te groot om veilig te openen.",
    "unsafe-xml": (
        "Het bestand {path} bevat onderdelen die niet veilig te openen zijn. Bewaar het opnieuw "
        "vanuit Excel."
    ),
    "unsupported-encoding": (
        "Het bestand {path} gebruikt een tekencodering die niet gelezen wordt. Bewaar het opnieuw"
        " vanuit Excel."
    ),
    "not-writable": (
        "Het bestand {path} kan niet geschreven worden. Sluit het in Excel en kijk na of u in de "
        "map mag schrijven."
    ),
    "no-folder": "De map {folder} bestaat niet. Maak ze eerst, of kies een andere.",
    "disk-full": (
        "Het bestand {path} is niet geschreven: de schijf is vol. Maak plaats en probeer opnieuw."
    ),
    "read-only": (
        "Het bestand {path} is niet geschreven: die schijf kan alleen gelezen worden. Kies een "
        "andere map."
    ),
    "lock-file": (
        "{path} is geen werkboek, maar het teken dat Excel of LibreOffice achterlaat zolang het "
        "werkboek openstaat. Kies het werkboek zelf."
    ),
    "locked": (
        "Het bestand {path} staat open in Excel of LibreOffice. Sluit het daar. Staat het nergens "
        "open, verwijder dan het bestand {lock} ernaast."
    ),
    "changed-meanwhile": (
        "Het bestand {path} is gewijzigd terwijl het programma rekende. Er is niets geschreven. "
        "Sluit het in Excel en reken opnieuw."
    ),
    "not-ours": (
        "Het plan is niet bewaard: het geschreven bestand verschilde van uw werkboek in iets dat "
        "niet van het programma is: {change}. Wat er stond, is ongewijzigd. Dit is "
        "een fout van het programma, niet van u: meld ze met deze regel en de uitvoer van "
        "‘taakverdeler versies --controle’."
    ),
    "no-registrations": (
        "In {path} is geen lijst van registraties gevonden: er moet een kolom zijn met de taak, de "
        "categorie of een omschrijving, en een met de uren of de minuten."
    ),
    "sheet-name-taken": (
        "Het werkboek {path} heeft al een blad ‘{sheet}’ van een andere soort (een grafiekblad "
        "bijvoorbeeld); het plan hoort op een blad met die naam. Geef dat blad een andere naam."
    ),
    "no-settings": (
        "Het werkboek {path} heeft geen blad ‘{sheet}’, en daar moet ‘vanaf’ op komen. Voeg het "
        "toe: een rij met de titels sleutel en waarde."
    ),
    "name-left": (
        "Het bestand {path} is niet gemaakt: {found} woorden uit uw werkboek zouden er nog in "
        "staan. Dit is een fout van het programma, niet van u: meld ze."
    ),
    "merged-cell": (
        "{sheet}!{cell}: in deze cel moet een resultaat komen, maar ze is samengevoegd met andere "
        "({range}). Hef de samenvoeging op."
    ),
    "array-cell": (
        "{sheet}!{cell}: in deze cel moet een resultaat komen, maar ze hoort bij een matrixformule "
        "({range}). Verwijder die formule."
    ),
    "signed": (
        "Het bestand {path} is digitaal ondertekend; erin schrijven zou de handtekening ongeldig "
        "maken. Bewaar een kopie zonder handtekening."
    ),
    "no-plan": (
        "In het werkboek {path} staat geen plan dat nog klopt. Laat er eerst een plan voor maken."
    ),
    "no-pdf": (
        "Voor een PDF ontbreekt fpdf2 of matplotlib. Installeer het programma met zijn papieren "
        "(pip install 'taakverdeler[papieren]'), of kies --xlsx."
    ),
    "no-ics": (
        "Voor een agenda ontbreekt icalendar. Installeer het programma met zijn papieren "
        "(pip install 'taakverdeler[papieren]'), of laat --agenda weg."
    ),
    "no-word": (
        "Voor een Word-document ontbreekt python-docx. Installeer het programma met zijn vacature "
        "(pip install 'taakverdeler[vacature]'), of kies een naam die eindigt op .md."
    ),
    "unknown-example": "Het voorbeeld {found} bestaat niet. Kies uit: {expected}.",
}
"""Why a file cannot be read or written."""
