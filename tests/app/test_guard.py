"""The door: who does not come from this computer with the key gets nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from running_app import Running, running

from optimizer.app import guard


@pytest.fixture
def door(home: Path) -> Iterator[Running]:
    with running(home) as started:
        yield started


def test_without_the_key_nothing_is_told(door: Running) -> None:
    for path in ("/", "/static/app.js", "/gebeurtenissen", "/?sleutel=geraden"):
        answer = door.ask(path, with_key=False)
        assert answer.status == 403
        assert b"werkboek" not in answer.body


def test_the_key_goes_from_the_address_to_a_cookie_that_scripts_cannot_read(door: Running) -> None:
    answer = door.ask(f"/?sleutel={door.token}", with_key=False)
    assert answer.status == 303
    assert answer.headers["location"] == "/"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert door.ask("/").status == 200


@pytest.mark.parametrize("host", ["elders.example", "127.0.0.1", "127.0.0.1:1", "localhost:1"])
def test_another_host_is_refused_even_with_the_key(door: Running, host: str) -> None:
    assert door.ask("/", headers={"host": host}).status == 403


@pytest.mark.parametrize("origin", ["http://elders.example", "null", "http://127.0.0.1:1"])
def test_another_origin_is_refused_even_with_the_key(door: Running, origin: str) -> None:
    headers = {"origin": origin, "content-type": "application/json"}
    assert door.ask("/doe/einde", "POST", b"{}", headers).status == 403
    assert door.thread.is_alive()


def test_the_own_origin_is_let_in(door: Running) -> None:
    answer = door.ask("/doe/ongedaan", "POST", b"[]", {"origin": door.base})
    assert answer.status == 200


def test_only_this_computer_is_listened_to(door: Running) -> None:
    assert door.base == f"http://127.0.0.1:{door.address.port}"


def test_a_page_can_run_no_script_but_our_files(door: Running) -> None:
    policy = door.ask("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_file_of_more_than_a_workbook_may_weigh_is_refused_before_it_is_sent(
    door: Running,
) -> None:
    size = str(guard.BODY_LIMIT + 1)
    answer = door.ask("/doe/binnenhalen?naam=groot.xlsx", "POST", b"", {"content-length": size})
    assert answer.status == 413


def test_a_body_that_lies_about_its_length_is_cut_off(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "BODY_LIMIT", 1000)
    with running(home) as started:
        chunk = b"x" * 800
        body = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for _ in range(3)) + b"0\r\n\r\n"
        headers = {"transfer-encoding": "chunked"}
        try:
            answer = started.ask("/doe/binnenhalen?naam=groot.xlsx", "POST", body, headers)
        except OSError:
            return
        assert answer.status >= 400
    assert list(home.iterdir()) == []


def test_a_websocket_is_refused_too(door: Running) -> None:
    headers = {
        "connection": "upgrade",
        "upgrade": "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": "MDEyMzQ1Njc4OTAxMjM0NQ==",
        "host": "elders.example",
    }
    assert door.ask("/gebeurtenissen", headers=headers).status == 403
