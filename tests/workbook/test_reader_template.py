"""The real template reads back without a word, example and all."""

from pathlib import Path

import pytest

from models.issues import Severity
from models.validation import validate
from optimizer.report.text import describe_issue
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import read_workbook
from optimizer.workbook.template.template import EXAMPLES, write_template


def test_empty_template_lacks_only_schools_and_people(tmp_path: Path) -> None:
    path = tmp_path / "leeg.xlsx"
    write_template(path)
    data, issues = parse_workbook(read_workbook(path))
    assert data is not None
    assert issues == ()
    errors = {issue.code for issue in validate(data) if issue.severity is Severity.ERROR}
    assert errors == {"no-schools", "no-persons"}


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_have_no_errors(tmp_path: Path, example: str) -> None:
    path = tmp_path / "voorbeeld.xlsx"
    write_template(path, example)
    data, issues = parse_workbook(read_workbook(path))
    assert data is not None
    assert issues == ()
    errors = [issue for issue in validate(data) if issue.severity is Severity.ERROR]
    assert [describe_issue(issue) for issue in errors] == []
    assert len(data.tasks) == 110
