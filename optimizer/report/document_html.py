"""A text in blocks as a page on its own: no scripts, no network, everything escaped."""

from collections.abc import Iterable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from optimizer.report.document import Bars, Block, Bullets, Heading, Paragraph, Table

_KINDS = {Heading: "heading", Paragraph: "paragraph", Bullets: "bullets", Table: "table"}


def html_page(title: str, blocks: Iterable[Block]) -> str:
    """The text as HTML, in the looks of the report."""
    plain = (each.table if isinstance(each, Bars) else each for each in blocks)
    shown = [(_KINDS[type(block)], block) for block in plain]
    return _template().render(title=title, blocks=shown)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("optimizer.report.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("document.html.jinja")
