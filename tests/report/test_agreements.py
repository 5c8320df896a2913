"""The agreements: proposed from the plan, and kept where somebody agreed otherwise."""

from dataclasses import replace

from factory import CENTRAL, EVERYWHERE, person, problem, school, settings, task
from two_schools import OPTIONS

from models.problem import AgreementRow, ProblemData, UnitCode
from models.vocabulary import Cluster, Role, TaskLevel
from optimizer.explain.answer import Row
from optimizer.flows.pipeline import make_plan
from optimizer.report.tables.agreements import agreement_rows
from optimizer.workbook.read.parse_agreements import read_proposal

DIDACTIC = {"didactiek": 2}


def team() -> ProblemData:
    """A school that belongs to a group: a director, two coordinators, one of them for all."""
    return problem(
        schools=[school("S1", ict_points=40), school("S2", ict_points=40, pool_pct=50)],
        persons=[
            person("D1", name="Dirk", role=Role.DIRECTOR, other=2),
            person("P1", name="Ona", ict=10, reach=EVERYWHERE),
            person("P2", name="Bas", role=Role.PEDAGOGICAL_COORDINATOR, ict=10, levels=DIDACTIC),
            person("P3", name="Cis", home=CENTRAL, ict=8, reach=EVERYWHERE),
        ],
        tasks=[
            task("T01", hours=8),
            task("T02", hours=6, cluster=Cluster.PEDAGOGICAL, required=DIDACTIC),
            task("T03", hours=4, cluster=Cluster.POLICY),
            task("T04", hours=4, level=TaskLevel.GROUP),
        ],
        settings=settings(travel_between_zones="0"),
    )


def rows_of(data: ProblemData) -> dict[tuple[str, str], Row]:
    answer = make_plan(data, OPTIONS)
    return {(str(row["unit"]), str(row["part"])): row for row in agreement_rows(answer)}


def agreed(row: Row, **changes: str) -> AgreementRow:
    """A row as it is read back from the sheet, after somebody changed some cells."""
    keys = ("decides", "steers", "contact", "members", "link", "when", "signature")
    cells = {key: str(row.get(key) or "") for key in keys} | changes
    proposed = read_proposal(str(row["proposal"] or ""))
    return AgreementRow(str(row["unit"]), str(row["part"]), cells, proposed)


def test_who_leads_most_steers_and_the_director_decides_on_policy() -> None:
    rows = rows_of(team())
    didactic = rows["S1", "pedagogisch-didactisch"]
    assert (didactic["decides"], didactic["steers"], didactic["contact"]) == ("Bas", "Bas", "Bas")
    assert rows["S1", "beleid & visie"]["decides"] == "Dirk"
    assert "Taak T02" in str(didactic["what"]) or "T02" in str(didactic["what"])


def test_meetings_have_their_members_and_a_link_with_the_group() -> None:
    rows = rows_of(team())
    board = rows["S1", "ICT-beleidsteam"]
    assert {"Dirk", "Bas"} <= set(str(board["members"]).split(", "))
    assert rows["S1", "technisch overleg"]["link"]
    assert "Bas" in str(rows["S1", "klankbord leraren"]["members"])
    assert rows["GROEP", "ICT-beleidsteam"]["link"] is None
    assert rows["S1", "akkoord directie"]["members"] == "Dirk"


def test_the_marks_on_people_go_before_the_plan() -> None:
    data = team()
    marked = tuple(
        replace(each, decides=frozenset({Cluster.PEDAGOGICAL}), contact_for=(UnitCode("S1"),))
        if each.code == "D1"
        else each
        for each in data.persons
    )
    row = rows_of(replace(data, persons=marked))["S1", "pedagogisch-didactisch"]
    assert (row["decides"], row["steers"], row["contact"]) == ("Dirk", "Bas", "Dirk")


def test_what_somebody_agreed_is_kept_and_a_proposal_is_not() -> None:
    data = team()
    first = rows_of(data)
    didactic, board = first["S1", "pedagogisch-didactisch"], first["S1", "ICT-beleidsteam"]
    standing = (
        agreed(didactic, decides="Het hele team", contact=""),
        agreed(board, when="elke maand"),
        AgreementRow("S1", "eigen overleg", {"members": "Ona, Dirk"}, {}),
        AgreementRow("S9", "technisch", {"steers": "Wim"}, {"steers": "Wim"}),
    )
    gone = tuple(each for each in data.persons if each.code != "P1")
    again = rows_of(replace(data, persons=gone, agreements=standing))
    row = again["S1", "pedagogisch-didactisch"]
    assert (row["decides"], row["contact"]) == ("Het hele team", None)
    assert "beslist over: Bas" in str(row["proposal"])
    assert again["S1", "ICT-beleidsteam"]["when"] == "elke maand"
    assert "Ona" not in str(again["S1", "ICT-beleidsteam"]["members"])
    assert again["S1", "eigen overleg"]["members"] == "Ona, Dirk"
    assert ("S9", "technisch") not in again
