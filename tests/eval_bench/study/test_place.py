import pytest

from eval_bench.study.place import Place


@pytest.mark.parametrize(
    "url",
    [
        "http://[x",
        "https://a b",
        "http://ex.org:99999999",
        "http://ex.org:x",
        "https://ex.org/my%20study",
        "https://x?y",
    ]
    + ["https://münchen.de", "https://ex.org\\@evil", "https://user@ex.org", "ftp://ex.org", "https://"],
)
def test_an_address_by_which_no_browser_would_find_the_study_is_refused_in_one_line(url: str) -> None:
    (told,) = Place("127.0.0.1", 8430, url).mistakes()
    assert told.startswith(f"url={url}: it has to be as in")


@pytest.mark.parametrize(
    "url", ["https://Study.Example.org/a_b/", "http://192.168.1.5:8430", "http://[2001:db8::1]:80"]
)
def test_usual_addresses_are_taken(url: str) -> None:
    assert not list(Place("0.0.0.0", 8430, url).mistakes())
