"""The report: complete, escaped, the same every time, and asking nothing of anybody."""

import re
from html.parser import HTMLParser

import pytest
from answers import greedy_answer
from factory import person, problem, school, task
from two_schools import group

from models.vocabulary import Cluster
from optimizer.explain.answer import Answer
from optimizer.report.html.page import render_page

SCRIPT = '<script>alert("1")</script>'
MATHS = "Prijs $a_1$ & $b$"
VOID = {"meta", "link", "input", "br", "hr", "img"}


class Reader(HTMLParser):
    """Collects what a browser would see, and complains about tags that do not match."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.labels: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        if tag not in VOID:
            self._open.append(tag)
        if found.get("id"):
            self.ids.append(str(found["id"]))
        for name in ("href", "src"):
            if found.get(name):
                self.links.append(str(found[name]))
        for name in ("aria-labelledby",):
            self.labels += str(found.get(name) or "").split()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag


def nasty() -> Answer:
    """A problem in which every name tries to be something else than a name."""
    return greedy_answer(
        problem(
            schools=[school(name=SCRIPT, operating_euro=100)],
            persons=[
                person(name=f'O"Neil {SCRIPT}', ict=10, levels={"netwerk": 2}),
                person("P2", name=MATHS, ict=5),
            ],
            tasks=[
                task(title=f"Taak {SCRIPT}", hours=10, required={"netwerk": 2}),
                task("T02", title=MATHS, hours=20, cluster=Cluster.PEDAGOGICAL),
            ],
        )
    )


@pytest.mark.parametrize("answer", [group(), nasty()], ids=["group", "nasty"])
def test_the_page_is_whole(answer: Answer) -> None:
    page = Reader(render_page(answer, "boek.xlsx"))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert set(page.labels) <= set(page.ids)
    assert page.tags.count("svg") >= 4
    assert page.tags.count("figure") == 5
    assert page.tags.count("h1") == page.tags.count("main") == 1


@pytest.mark.parametrize("answer", [group(), nasty()], ids=["group", "nasty"])
def test_the_page_asks_nothing_of_a_network_and_runs_nothing(answer: Answer) -> None:
    text = render_page(answer, "boek.xlsx")
    page = Reader(text)
    assert all(link.startswith(("#", "data:")) for link in page.links)
    assert not {"script", "img", "iframe", "object"} & set(page.tags)
    assert "default-src 'none'" in text
    assert "url(http" not in text and "@import" not in text


def test_whatever_a_user_wrote_is_shown_and_not_obeyed() -> None:
    text = render_page(nasty(), f'{SCRIPT}".xlsx')
    assert "<script" not in text
    assert "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;" in text
    assert "Prijs $a_1$ &amp; $b$" in text


def test_the_same_answer_gives_the_same_page() -> None:
    assert render_page(group(), "boek.xlsx") == render_page(group(), "boek.xlsx")


def test_colours_are_those_of_the_page_so_that_dark_and_light_both_work() -> None:
    drawings = "".join(re.findall(r"<svg.*?</svg>", render_page(group(), "b"), flags=re.DOTALL))
    assert "var(--hue1)" in drawings and "var(--ink)" in drawings
    assert not re.search(r"fill: #|stroke: #|#0[0-9]fe", drawings)


def test_the_report_says_what_is_not_done_and_with_what_it_was_made() -> None:
    answer = group()
    text = render_page(answer, "boek.xlsx")
    for words in ("Wat blijft liggen", "Het bewijs", "vloer_pedagogisch", "Ona", "Bas", "Cis"):
        assert words in text
    assert text.count('class="person"') == len(answer.persons)
    assert answer.provenance.versions in text


def test_a_plan_without_gaps_says_so() -> None:
    answer = greedy_answer(problem(persons=[person(ict=10)], tasks=[task(hours=5)]))
    assert "Niets: elke taak is helemaal gedekt." in render_page(answer, "b")


def test_people_with_the_same_name_are_told_apart() -> None:
    twins = [person("P1", name="Jo", ict=5), person("P2", name="Jo", ict=5)]
    text = render_page(greedy_answer(problem(persons=twins, tasks=[task(hours=5)])), "b")
    assert "Jo (P1)" in text and "Jo (P2)" in text


def test_many_people_are_drawn_on_several_figures() -> None:
    people = [person(f"P{number:02}", ict=1) for number in range(40)]
    text = render_page(greedy_answer(problem(persons=people, tasks=[task(hours=5)])), "b")
    assert "Belasting per persoon (1 van 2)" in text
    assert "Belasting per persoon (2 van 2)" in text
