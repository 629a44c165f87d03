"""Who may talk to the page, over real HTTP."""

from collections.abc import Iterator

import pytest

from tests.eval_bench.items import benchmark, item
from tests.eval_bench.pages.serving import Served, served


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("guard") / "b"
    benchmark(folder, [item(0)])
    with served("validate", f"items={folder}") as found:
        yield found


ACCEPT = {"item": "color-generated-000000", "state": "accepted"}


@pytest.mark.parametrize(
    ("headers", "secret"),
    [
        ({"Host": "evil.example:80"}, ""),
        ({"Host": "127.0.0.1"}, ""),
        ({"Origin": "http://evil.example"}, ""),
        ({"Origin": "null"}, ""),
        ({"Content-Type": "text/plain"}, ""),
        ({"Content-Type": "application/x-www-form-urlencoded"}, ""),
        ({}, "guess"),
        ({}, "."),
    ],
)
def test_other_sites_and_guesses_are_sent_away_and_change_nothing(
    page: Served, headers: dict[str, str], secret: str
) -> None:
    assert page.ask("verdict", ACCEPT, headers, secret)[0] == 403
    assert page.json("items")["items"][0]["state"] == "unvalidated"


def test_nothing_from_elsewhere_may_load_and_nobody_may_frame_the_page(page: Served) -> None:
    status, _, headers = page.ask("")
    assert status == 200
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff" and "access-control-allow-origin" not in headers


def test_a_browser_keeps_pictures_which_are_named_by_their_hash_and_nothing_else(page: Served) -> None:
    one = page.json("items")["items"][0]
    status, data, headers = page.ask(f"picture/{one['id']}?{one['sha256']}")
    assert status == 200 and data and headers["cache-control"] == "private, max-age=31536000, immutable"
    assert all(page.ask(path)[2]["cache-control"] == "no-store" for path in ("", "items", "picture/none"))


@pytest.mark.parametrize("name", ["..%2fitems.parquet", "../items.parquet", "items.parquet", "%2fetc%2fpasswd", "x"])
def test_pictures_and_scripts_are_asked_for_by_name_and_never_by_path(page: Served, name: str) -> None:
    assert page.ask(f"picture/{name}")[0] == 404
    assert page.ask(f"static/{name}")[0] == 404


def test_what_is_too_long_or_no_verdict_changes_nothing(page: Served) -> None:
    assert page.ask("verdict", ACCEPT | {"question": "x" * 70_000})[0] == 403
    assert page.ask("verdict", ACCEPT | {"state": "perfect"})[0] == 422
    assert page.ask("verdict", ACCEPT | {"id": "other"})[0] == 422
    assert "not in the benchmark" in page.json("verdict", ACCEPT | {"item": "x"})["fault"]
    assert page.json("items")["items"][0]["state"] == "unvalidated"
