"""The curves on the page: what was computed is drawn and told, what was not is said."""

from worth_answers import answered, answered_worth, worth_of

from optimizer.report.html.curves import curves_of
from optimizer.report.html.page import render_page
from optimizer.run.stop import Stop


def test_every_family_has_its_figure_and_the_break_its_sentence() -> None:
    answer = answered()
    drawn = curves_of(answer, answered_worth())
    assert [figure.name for figure in drawn.figures] == [
        "envelope", "person", "floor", "budget", "verlies",
    ]  # fmt: skip
    assert all(figure.drawings and figure.table.rows for figure in drawn.figures)
    (sentence,) = drawn.sentences
    assert sentence.startswith("ICT-punten van S1: tot en met 3 punten meer levert niets op; ")
    assert "4 punten meer: dekking" in sentence and "Helpdesk" in sentence
    losses = drawn.figures[-1].table.rows
    assert losses[0][0] == "Ona <b>"
    assert losses[0][3] == "Wifi"
    assert str(losses[0][4]).startswith("Bas: netwerk op niveau 2")
    text = render_page(answer, "boek.xlsx", drawn)
    assert "Ona &lt;b&gt;" in text and "<b>" not in text
    assert "Gestopt voor" not in text


def test_the_last_row_of_the_budget_is_the_plan_itself() -> None:
    answer = answered()
    budget = next(f for f in curves_of(answer, answered_worth()).figures if f.name == "budget")
    assert budget.table.rows[-1][0] == "zoveel als nodig"
    assert [row[0] for row in budget.table.rows[:-1]] == [0, 1, 2, 5, 10]


def test_curves_that_were_stopped_say_so() -> None:
    answer, stop = answered(), Stop()
    stop.request()
    worth = worth_of(answer, stop)
    assert worth.is_partial and not worth.curves
    text = render_page(answer, "boek.xlsx", curves_of(answer, worth))
    assert "Gestopt voor alles berekend was" in text


def test_without_curves_the_page_says_how_to_get_them() -> None:
    assert "<code>--curven</code>" in render_page(answered(), "boek.xlsx")
