"""A text in blocks as a Word document; the only place that knows python-docx."""

from collections.abc import Iterable
from io import BytesIO

from models.errors import WorkbookError
from optimizer.report.document import Bars, Block, Bullets, Heading, Paragraph, Table


def docx_bytes(blocks: Iterable[Block]) -> bytes:
    """The text as a .docx file, with the styles of Word for headings, lists and tables.

    Raises
    ------
    WorkbookError
        `no-word`: python-docx, an extra, is not installed.
    """
    try:
        from docx import Document
    except ImportError as error:
        raise WorkbookError("no-word") from error
    document = Document()
    for each in blocks:
        block = each.table if isinstance(each, Bars) else each
        match block:
            case Heading(text, level):
                document.add_heading(text, level)
            case Paragraph(text):
                document.add_paragraph(text)
            case Bullets(items):
                for item in items:
                    document.add_paragraph(item, style="List Bullet")
            case Table(headers, rows):
                table = document.add_table(rows=0, cols=len(headers), style="Table Grid")
                for row in (headers, *rows):
                    for cell, text in zip(table.add_row().cells, row, strict=True):
                        cell.text = text
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
