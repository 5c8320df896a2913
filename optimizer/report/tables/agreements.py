"""The agreements: proposed from the plan, and kept as somebody changed them."""

from collections.abc import Iterable, Iterator, Mapping

from models.problem import AgreementRow, PersonCode, UnitCode
from optimizer.explain.answer import Answer, Row
from optimizer.explain.mandates import ClusterMandate, Gathering, Mandates, Meeting
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.parse_agreements import proposal_text
from optimizer.workbook.template.agreements_sheet import EDITABLE

MEETINGS: Mapping[Meeting, tuple[str, str]] = {
    Meeting.POLICY: ("ICT-beleidsteam", "Beleid en visie: directie en ICT-coördinatoren."),
    Meeting.TECHNICAL: (
        "technisch overleg",
        "Snelle afstemming over de dagelijkse dienstverlening.",
    ),
    Meeting.SOUNDING_BOARD: (
        "klankbord leraren",
        "Wat leraren van de pedagogische taken verwachten en ervaren.",
    ),
}
EVALUATION = ("evaluatie", "Loopt de samenwerking vlot? Klopt het team, en de verdeling, nog?")
SIGNERS: Mapping[str, tuple[str, str]] = {
    "board": ("akkoord directie", "Gaat akkoord met deze afspraken."),
    "team": ("akkoord ICT-team", "Gaat akkoord met deze afspraken."),
}
Proposal = tuple[str, str, str, dict[str, str]]
"""Unit, part, what it is about, and what is proposed per column."""


def agreement_rows(answer: Answer) -> list[Row]:
    """Per unit its clusters, meetings, evaluation and signatures; then rows that were added."""
    standing = {(each.unit, fold(each.part)): each for each in answer.instance.data.agreements}
    rows = []
    for proposal in _proposals(answer):
        rows.append(_row(proposal, standing.pop((proposal[0], fold(proposal[1])), None)))
    return rows + [_own_row(each) for each in standing.values() if _is_changed(each)]


def _proposals(answer: Answer) -> Iterator[Proposal]:
    mandates = Mandates(answer)
    for unit in mandates.units:
        for mandate in mandates.clusters(unit):
            yield _cluster(answer, unit, mandate)
        gatherings = list(mandates.gatherings(unit))
        for gathering in gatherings:
            yield _meeting(answer, unit, gathering)
        yield unit, *EVALUATION, _meeting(answer, unit, gatherings[0])[3]
        for who, person in mandates.signers(unit).items():
            yield unit, *SIGNERS[who], {"members": _name(answer, person)}


def _cluster(answer: Answer, unit: UnitCode, mandate: ClusterMandate) -> Proposal:
    proposed = {
        "decides": _name(answer, mandate.decides),
        "steers": _name(answer, mandate.steers),
        "contact": _name(answer, mandate.contact),
    }
    titles = "; ".join(answer.task_list[key.task].title for key in mandate.tasks)
    return unit, labels.CLUSTERS[mandate.cluster], titles, proposed


def _meeting(answer: Answer, unit: UnitCode, gathering: Gathering) -> Proposal:
    part, what = MEETINGS[gathering.kind]
    proposed = {
        "members": _names(answer, gathering.members),
        "link": _name(answer, gathering.link),
    }
    return unit, part, what, proposed


def _name(answer: Answer, code: PersonCode | None) -> str:
    return answer.person_name(code) if code else ""


def _names(answer: Answer, codes: Iterable[PersonCode]) -> str:
    """By name: nobody comes first in a meeting."""
    return ", ".join(sorted(map(answer.person_name, codes)))


def _row(proposal: Proposal, standing: AgreementRow | None) -> Row:
    unit, part, what, proposed = proposal
    cells: Row = {"unit": unit, "part": part, "what": what}
    for key in EDITABLE:
        cells[key] = _agreed(key, proposed.get(key, ""), standing) or None
    return cells | {"proposal": proposal_text(proposed)}


def _agreed(key: str, proposed: str, standing: AgreementRow | None) -> str:
    """What stands there, when somebody changed what had been proposed; else the proposal."""
    if standing is None:
        return proposed
    stands, before = standing.cells.get(key, ""), standing.proposed.get(key, "")
    return proposed if fold(stands) == fold(before) else stands


def _is_changed(row: AgreementRow) -> bool:
    """Whether somebody wrote in a row that the plan no longer asks for."""
    return any(fold(row.cells.get(key, "")) != fold(row.proposed.get(key, "")) for key in EDITABLE)


def _own_row(row: AgreementRow) -> Row:
    cells: Row = {"unit": row.unit or None, "part": row.part or None}
    return cells | {key: row.cells.get(key) or None for key in EDITABLE}
