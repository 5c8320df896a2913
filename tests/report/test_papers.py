"""Papers: the page of the board, the contact card of a school, the mandates of a person."""

import re
from io import BytesIO

from machine import library
from openpyxl import load_workbook
from two_schools import group

from optimizer.flows.papers import papers_of
from optimizer.report.document import Bars, Block, Bullets, Heading, Table, markdown
from optimizer.report.document_pdf import pdf_bytes
from optimizer.report.document_xlsx import xlsx_bytes
from optimizer.report.papers.board import MOST_LINES
from optimizer.report.papers.paper import Paper
from optimizer.report.tables.agreements import agreement_rows
from optimizer.report.tables.board import coverage
from optimizer.workbook import labels


def papers() -> dict[str, Paper]:
    return {paper.stem: paper for paper in papers_of(group())}


def under(blocks: tuple[Block, ...], title: str) -> Block:
    """The block below a heading."""
    place = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.text == title)
    return blocks[place + 1]


def test_a_board_reads_ten_lines_and_two_figures() -> None:
    blocks = papers()["directie"].blocks
    (lines,) = (block for block in blocks if isinstance(block, Bullets))
    assert 3 <= len(lines.items) <= MOST_LINES
    clusters, schools = (block for block in blocks if isinstance(block, Bars))
    answer = group()
    done, asked = coverage(answer)[None]
    for figure in (clusters, schools):
        assert sum(bar.part for bar in figure.bars) == answer.hours(done)
        assert sum(bar.whole for bar in figure.bars) == answer.hours(asked)


def test_the_page_of_the_board_is_one_page() -> None:
    library("fpdf", "the extra ‘papieren’")
    paper = papers()["directie"]
    assert len(re.findall(rb"/Type /Page\b", pdf_bytes(paper.title, paper.blocks))) == 1


def test_a_figure_is_a_table_where_nothing_is_drawn() -> None:
    paper = papers()["directie"]
    (figure, *_) = (block for block in paper.blocks if isinstance(block, Bars))
    book = load_workbook(BytesIO(xlsx_bytes(paper.title, paper.blocks)))
    values = [cell for row in book.worksheets[0].iter_rows(values_only=True) for cell in row]
    for bar in figure.bars:
        assert bar.label in values and bar.words in values
        assert bar.words in markdown(paper.blocks)


def test_a_school_has_its_contact_card_as_agreed() -> None:
    (paper,) = (each for stem, each in papers().items() if stem.startswith("S1"))
    card = under(paper.blocks, "Met wat bij wie")
    assert isinstance(card, Table)
    agreed = [
        tuple(row[key] or "–" for key in ("decides", "steers", "contact"))
        for row in agreement_rows(group())
        if row["unit"] == "S1" and row["part"] in labels.CLUSTERS.values()
    ]
    assert [row[1:] for row in card.rows] == agreed


def test_a_person_reads_her_mandates() -> None:
    (paper,) = (each for stem, each in papers().items() if stem.startswith("P1"))
    mandates = under(paper.blocks, "Mandaten")
    assert isinstance(mandates, Bullets)
    assert any(line.startswith("U stuurt aan en volgt op:") for line in mandates.items)


def test_no_code_of_a_task_stands_without_its_name() -> None:
    titles = {str(task.number): task.title for task in group().task_list.values()}
    for paper in papers().values():
        text = markdown(paper.blocks)
        for number, title in titles.items():
            for found in re.finditer(rf"\b{number}\b", text):
                near = text[max(0, found.start() - len(title) - 4) : found.end() + len(title) + 4]
                assert title in near, (paper.stem, number)
