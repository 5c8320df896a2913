"""What the role says of somebody's competences, and where she differs from it."""

import json
from pathlib import Path

from running_app import Running, running

from optimizer.workbook.template.template import write_template


def cells(app: Running) -> dict[str, dict[str, object]]:
    told = json.loads(app.ask("/blad/mensen").body)
    return {row["i"]: row["c"] for row in told["rows"]}


def test_a_level_of_the_role_shows_and_one_that_differs_is_marked(home: Path) -> None:
    path = home / "school.xlsx"
    write_template(path, "school")
    with running(home, path) as app:
        data = app.program.desk.checked.data
        assert data is not None
        first = data.persons[0]
        role = data.roles[first.role].levels
        name = next(each for each, level in role.items() if level > 0)
        row = next(each for each, found in cells(app).items() if found["code"] == first.code)

        def put(text: str) -> object:
            body = json.dumps({"cellen": [[row, f"level:{name}", text]]}).encode()
            app.ask("/blad/mensen", "POST", body)
            return cells(app)[row][f"level:{name}"]

        own = str((role[name] + 1) % 5)
        differing = put(own)
        assert isinstance(differing, dict)
        assert (differing["v"], "anders" in str(differing["c"])) == (own, True)
        assert str(role[name]) in str(differing["t"])
        following = put("")
        assert isinstance(following, dict)
        assert (following["v"], following["e"]) == (str(role[name]), "")
        assert "rol" in str(following["c"]).split()
        assert app.program.desk.checked.usable().data.persons[0].levels[name] == role[name]
