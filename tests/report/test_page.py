import base64
import hashlib
import random
import re
import shlex
from collections import Counter
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthgen.__main__ import main
from synthgen.report.page import SHOWN, TOP, draw, write_report
from synthgen.report.thumbnails import ENOUGH, SIDE, data_url
from synthgen.store import Store
from synthgen.types import Dialogue, DialogueKind, Fields, Picture, Prompt, Turn
from tests.report.folders import Row, plain, write
from tests.report.hostile import HOSTILE
from tests.samples import picture

ABOUT = {"command": ["ability=[a,b]", "n=4"], "figures": {"seconds": 4.0, "rendered": 10}}
WRITTEN = (
    "html head meta title style body header main nav dialog article script a h1 h2 p code strong bdi dl div dt dd "
    "table caption thead tbody tfoot tr th td svg rect details summary label select option input output button img"
)
"""What the templates write; nothing that an LLM wrote may add to it."""


class Page(HTMLParser):
    """Elements with their attributes, the texts between them, and the text of each card."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.scripts: list[str] = []
        self.cards: list[str] = []
        self._inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute came twice in <{tag}>"
        self.elements.append((tag, dict(attrs)))
        self._inside = tag
        if tag == "article":
            self.cards.append("")
        if tag == "dialog":
            self.cards.append("")  # what follows is in no card

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts.append(data)
        elif self._inside != "style":
            self.texts.append(data)
            if self.cards:
                self.cards[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


def report(folder: Path, rows: list[Row], n: int = 4, about: dict[str, Any] | None = None) -> Page:
    return Page(write_report(*write(folder, rows, n, about)).read_text())


def policy(page: Page) -> dict[str, str]:
    content = next(m["content"] for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    return dict(part.strip().split(" ", 1) for part in str(content).split(";"))  # type: ignore[misc]


def test_a_page_holds_every_sample_with_picture_prompt_dialogue_and_scores(tmp_path: Path) -> None:
    rows = [
        Row("a", "((owl)), night", "owl", (("What sits there?", "An owl."), ("Where?", "On a roof.")), pixels=plain(1)),
        Row("b", "((fox)), snow", "fox", reason="undrawable", detail="snow"),
    ]
    page = report(tmp_path, rows, about=ABOUT)
    owl, fox, _ = page.cards
    for part in ("a-000000000: kept", "((owl)), night", "What sits there?", "An owl.", "On a roof."):
        assert part in owl
    assert "language not scored, leak fine, words 3.5" in owl
    for part in ("b-000000000: undrawable (snow)", "((fox)), snow", "no picture", "not scored"):
        assert part in fox
    assert [image["alt"] for image in page.all("img")] == ["Picture of owl", ""]
    assert [c["data-verdict"] for c in page.all("article")] == ["kept", "undrawable"]


def test_the_head_of_the_page_tells_the_figures_and_the_command_that_can_be_typed_again(tmp_path: Path) -> None:
    rows = [Row("a", pixels=plain(i)) for i in range(3)] + [Row("b", reason="unsafe"), Row("b", pixels=plain(9))]
    page = report(tmp_path, rows, n=3, about=ABOUT)
    told = {
        "samples kept": "4",
        "candidates": "5",
        "picture size": "64 x 64 jpg",
        "seconds of the last run": "4.0",
        "pictures it rendered": "10",
        "pictures per second": "2.5",
    }
    assert all(f"{label} {value}" in page.text for label, value in told.items())
    command = next(text for text in page.texts if text.startswith("python -m synthgen"))
    assert shlex.split(command) == ["python", "-m", "synthgen", "ability=[a,b]", "n=4"]


def test_an_interrupted_run_without_figures_and_one_without_run_json_have_a_page(tmp_path: Path) -> None:
    rows = [Row("a", pixels=plain(1))]
    for name, about in (("one", {"command": ["n=1"]}), ("two", None)):
        page = report(tmp_path / name, rows, about=about)
        assert "seconds" not in page.text and len(page.all("article")) == 1


def test_a_run_that_rendered_nothing_new_names_no_rate(tmp_path: Path) -> None:
    page = report(tmp_path, [Row("a", pixels=plain(1))], about={"figures": {"seconds": 0.0, "rendered": 0}})
    assert "pictures it rendered 0" in page.text and "per second" not in page.text


def test_a_run_that_kept_nothing_says_so(tmp_path: Path) -> None:
    page = report(tmp_path, [Row("a", reason="undrawable", detail="moon") for _ in range(3)])
    assert "a 0 of 4 4 3 0 % undrawable 3" in page.text
    assert "No sample was kept." in page.text and "0 image-dialogue samples" in page.text and "0 %" in page.text


def test_words_that_could_not_be_drawn_stand_by_frequency_with_their_share(tmp_path: Path) -> None:
    rows = [Row("a", reason="undrawable", detail=word) for word in ["branch", "rock", "rock", "zoo", "rock", "zoo"]]
    page = report(tmp_path, [*rows, *(Row("a", pixels=plain(i)) for i in range(6))])
    assert "6 of 12 candidates (50.0 %) name something" in page.text
    assert re.search(r"rock 3 25\.0 % zoo 2 16\.7 % branch 1 8\.3 %", page.text)


def test_rare_words_fold_away_and_none_is_lost(tmp_path: Path) -> None:
    words = [f"word{i:02d}" for i in range(TOP + 7)]
    page = report(tmp_path, [Row("a", reason="undrawable", detail=word) for word in words])
    assert "7 more words" in page.text and all(word in page.text for word in words)


def test_details_that_never_recur_are_no_list(tmp_path: Path) -> None:
    rows = [Row("a", reason="duplicate prompt", detail=f"a-{i:09d}") for i in range(5)]
    assert "what was found" not in report(tmp_path, rows).text


def test_links_lead_to_what_is_in_the_folder_and_to_the_exported_picture(tmp_path: Path) -> None:
    rows = [Row("a", pixels=plain(1)), Row("a", pixels=plain(2), reason="duplicate picture"), Row("a", pixels=plain(3))]
    exported = tmp_path / "export" / "llava" / "im ages"
    exported.mkdir(parents=True)
    for index in (0, 1):
        (exported / f"a-{index:09d}.jpg").write_bytes(b"")
    page = report(tmp_path, rows, about=ABOUT)
    files = [str(a["href"]) for a in page.all("a") if not str(a.get("href")).startswith("#") and a.get("href")]
    assert files[0] == "export/llava/" and "run.json" in files and "pictures/" in files
    assert all((tmp_path / unquote(file)).exists() for file in files)
    full = [card["data-file"] for card in page.all("article")]
    assert full == ["export/llava/im%20ages/a-000000000.jpg", "", ""]


def test_links_of_the_charts_name_the_filters_that_show_their_samples(tmp_path: Path) -> None:
    rows = [
        Row("a b", pixels=plain(1)),
        Row("c", reason="R&D = 100 %", detail="x&y"),
        Row("c", reason="undrawable", detail="a+b"),
    ]
    links = [parse_qs(str(a["href"])[1:]) for a in report(tmp_path, rows).all("a") if "=" in str(a.get("href"))]
    assert {"ability": ["a b"]} in links and {"verdict": ["R&D = 100 %"]} in links
    assert {"verdict": ["undrawable"], "words": ["(a+b)"]} in links


def test_a_picture_that_does_not_open_is_shown_as_none() -> None:
    assert data_url(Picture("a-000000000", b"not a picture", "jpg", 8, 8, "00", 1)) == ""


@pytest.mark.parametrize("format", ["jpg", "png", "webp"])
def test_thumbnails_are_small_in_pixels_and_bytes_even_of_noise(format: str) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (16, 32, 3), np.uint8).repeat(32, 0).repeat(32, 1)
    for pixels, most in ((plain(1, 1024), 2_000), (noise, ENOUGH)):
        data = base64.b64decode(
            data_url(picture("a-000000000", pixels, format)).removeprefix("data:image/webp;base64,")
        )
        assert len(data) <= most and data[:4] == b"RIFF"
    sizes = re.search(rb"VP8 ....\x00*...\x9d\x01\x2a(..)(..)", data, re.DOTALL)
    assert sizes and int.from_bytes(sizes[1], "little") <= SIDE


# what the kept samples hold


def held(folder: Path, texts: Mapping[str, Sequence[tuple[Fields, DialogueKind, str]]], kept: int) -> Page:
    """The page of samples with these fields, kinds of dialogue and answers; of each ability the first so many kept."""
    for name, own in texts.items():
        ids = [f"{name}-{i:09d}" for i in range(len(own))]
        rows = list(zip(ids, own, strict=True))
        # an index that has a row gets no other: `write` only adds pictures, scores and verdicts
        Store(folder).put("prompts", [Prompt(id, fields, f"(({fields.subject}))") for id, (fields, _, _) in rows])
        Store(folder).put("dialogues", [Dialogue(id, kind, (Turn("Is it?", said),)) for id, (_, kind, said) in rows])
    reasons = [(name, "" if i < kept else "unsafe") for name, own in texts.items() for i in range(len(own))]
    return report(folder, [Row(name, pixels=plain(1, 8), reason=reason) for name, reason in reasons], kept)


def table(page: Page, heading: str, end: str) -> str:
    """What stands between two headings."""
    return page.text.partition(f" {heading} ")[2].partition(f" {end} ")[0]


def test_kinds_of_dialogue_are_counted_per_ability_and_yes_and_no_of_precise_questions(tmp_path: Path) -> None:
    owl = Fields("owl")
    animal: list[tuple[Fields, DialogueKind, str]] = [
        (owl, "vqa", "Yes."),
        (owl, "vqa", "No, it is not."),
        (owl, "vqa", "Red."),
    ]
    joke: list[tuple[Fields, DialogueKind, str]] = [
        (owl, "negative", "No."),
        (owl, "describe", "An owl."),
        (owl, "vqa", "No"),
    ]
    found = table(
        held(tmp_path, {"animal": [*animal, (owl, "detail", "x")], "joke": joke}, 3), "Dialogues", "Why samples"
    )
    assert "ability describe vqa negative yes / no in vqa" in found
    assert "animal 0 3 0 1 / 1 joke 1 1 1 0 / 1" in found
    assert "detail" not in found


def test_a_report_tells_who_is_shown_and_how_evenly(tmp_path: Path) -> None:
    people = [("woman", "young", "dark skin")] * 3 + [("man", "elderly", "dark skin"), ("girl", "", "light skin")]
    shown = [Fields("surgeon", person=person, age=age, skin=skin) for person, age, skin in people]
    shown += [Fields("surgeon", person="man"), Fields("surgeon", person="person"), Fields("surgeon")]
    texts: dict[str, list[tuple[Fields, DialogueKind, str]]] = {
        "profession": [(fields, "describe", "A surgeon.") for fields in [*shown, Fields("surgeon", person="boy")]],
        "animal": [(Fields("owl"), "describe", "An owl.")],
    }
    found = table(held(tmp_path, texts, len(shown)), "People", "Why samples")
    assert "child young middle-aged elderly" in found
    assert "profession woman 1 0 0 0 0 3 0 0 0 0 0 0 1 2" in found  # said in part, not said
    assert "man 0 0 0 0 0 0 0 0 0 0 0 1" in found
    assert "gender 2.00 x, age 3.00 x (no middle-aged), skin 4.00 x (no brown skin)" in found
    assert "animal" not in found


def test_a_report_without_people_has_no_table_of_them(tmp_path: Path) -> None:
    page = report(tmp_path, [Row("a", pixels=plain(1))])
    assert "ability describe a 1 " in page.text and "People" not in page.texts and "yes / no" not in page.text


# nothing that somebody else wrote becomes more than text


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """A page in which every text of others is an attack: all places times all attacks."""
    rows = [Row(EVIL_NAME, text, text, ((text, text),), pixels=plain(i), score=text) for i, text in enumerate(HOSTILE)]
    rows += [Row("b", text, text, reason=text, detail=text) for text in HOSTILE]
    rows += [Row("c", reason="undrawable", detail=text) for text in HOSTILE]
    return report(tmp_path_factory.mktemp("hostile"), rows, about={"command": HOSTILE, "figures": {}})


EVIL_NAME = '"><img src=x onerror=window.hacked=1>'


def test_there_are_enough_attacks() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) > 100


def test_attacks_add_no_element_and_no_attribute(hostile: Page) -> None:
    calm = {tag: set() for tag in WRITTEN.split()}
    for tag, attributes in hostile.elements:
        assert tag in calm
        calm[tag] |= set(attributes)
    names = set().union(*calm.values())
    assert not [name for name in names if name.startswith("on") or name in ("style", "srcdoc", "srcset", "action")]
    assert len(hostile.all("script")) == len(hostile.all("style")) == len(hostile.all("dialog")) == 1
    assert calm["meta"] == {"charset", "http-equiv", "content", "name"} and len(hostile.all("meta")) == 3


def test_addresses_are_ours_whatever_the_texts_say(hostile: Page) -> None:
    links = [str(a["href"]) for a in hostile.all("a") if "href" in a]
    ours = re.compile(r"#[\w%+.~=&-]*|run\.json|selection\.parquet|(prompts|pictures|dialogues|scores)/")
    assert [link for link in links if not ours.fullmatch(link)] == []
    sources = [str(image["src"]) for image in hostile.all("img") if "src" in image]
    assert len(sources) == len([c for c in hostile.all("article") if c["data-ability"] == EVIL_NAME])
    assert all(re.fullmatch(r"data:image/webp;base64,[\w+/]+=*", source) for source in sources)


def test_attacks_are_shown_word_by_word(hostile: Page) -> None:
    shown = "\n".join(hostile.texts)
    counts = Counter(hostile.texts)
    for text in HOSTILE:
        assert counts[text] or text in shown, text
    assert {c["data-ability"] for c in hostile.all("article")} == {EVIL_NAME, "b", "c"}


def test_the_policy_allows_our_script_alone_and_nothing_from_outside(hostile: Page) -> None:
    rules = policy(hostile)
    (script,) = hostile.scripts
    own = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert rules["script-src"] == f"'sha256-{own}'"
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["img-src"] == "data:"
    assert set(rules) == {"default-src", "script-src", "img-src", "style-src", "base-uri", "form-action"}
    assert script.count("\n") < 90 and not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval", script)


@settings(max_examples=15)
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), min_size=1), max_size=20)
)
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    rows = [Row("a", f"<{text}&", turns=((f"'{text}>", f'"{text};'),), pixels=plain(1, 8)) for text in texts]
    page = report(tmp_path_factory.mktemp("any"), [*rows, Row("a")])
    for card, text in zip(page.cards, texts, strict=False):
        assert all(part in card for part in (f"<{text}&", f"'{text}>", f'"{text};'))


# which samples are shown

GROUPS = st.dictionaries(
    st.tuples(st.sampled_from("abcde"), st.sampled_from([None, "undrawable", "unsafe", "duplicate prompt"])),
    st.integers(1, 60),
    min_size=1,
)


def verdicts(groups: dict[tuple[str, str | None], int]) -> list[dict[str, Any]]:
    counts: Counter[str] = Counter()
    rows = []
    for (ability, reason), count in groups.items():
        for _ in range(count):
            rows.append({"id": f"{ability}-{counts[ability]:09d}", "kept": reason is None, "reason": reason})
            counts[ability] += 1
    return sorted(rows, key=lambda row: str(row["id"]))


@given(GROUPS, st.integers(0, 3), st.integers(1, 80))
def test_a_draw_has_the_stated_size_no_sample_twice_and_every_group(
    groups: dict[tuple[str, str | None], int], seed: int, most: int
) -> None:
    rows = verdicts(groups)
    drawn = draw(rows, seed, most)
    ids = [v["id"] for v in drawn]
    assert len(drawn) == min(most, len(rows)) and len(set(ids)) == len(ids) and ids == sorted(ids)
    assert all(v in rows for v in drawn) and drawn == draw(rows, seed, most)
    shown = Counter((v["id"][0], v["reason"]) for v in drawn)
    if len(groups) <= most:
        assert set(shown) == set(groups)
    share = most // 2 // len(groups)
    assert all(shown[group] >= min(size, share) for group, size in groups.items())


def test_a_draw_of_few_enough_is_all() -> None:
    rows = verdicts({("a", None): SHOWN})
    assert draw(rows, 0) == rows


def test_a_draw_favours_no_place_in_the_run_and_differs_by_seed() -> None:
    rows = verdicts({("a", None): 20_000})
    random.Random(1).shuffle(rows)
    one, two = ([int(v["id"][2:]) for v in draw(rows, seed)] for seed in (1, 2))
    assert one != two
    for drawn in (one, two):  # uniform: mean 10,000, its standard deviation 258
        assert abs(float(np.mean(drawn)) - 10_000) < 1_000


def test_a_rare_reason_is_seen_beside_many_kept_ones() -> None:
    drawn = draw(verdicts({("a", None): 5_000, ("b", None): 3, ("b", "unsafe"): 1, ("c", "undrawable"): 900}), 0)
    shown = Counter((v["id"][0], v["reason"]) for v in drawn)
    assert shown[("b", "unsafe")] == 1 and shown[("b", None)] == 3 and shown[("c", "undrawable")] >= 62


def test_a_draw_is_stated_on_the_page(tmp_path: Path) -> None:
    page = report(tmp_path, [Row("a", reason="undrawable", detail="moon") for _ in range(SHOWN + 1)])
    assert f"A random draw of {SHOWN} of {SHOWN + 1} candidates (seed 0)" in page.text
    assert len(page.all("article")) == SHOWN and f"{SHOWN} of {SHOWN} shown" in page.text


# the command


UNFINISHED = {
    "command": ["ability=joke", "n=2"],
    "choices": {"llm": "offline", "renderer": "sketch"},
    "fingerprint": {},
}


def test_a_report_of_an_unfinished_run_is_refused_in_one_line(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Store(Path("outputs/joke")).write_json("run.json", UNFINISHED)
    assert main(["report", "run=outputs/joke"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "outputs/joke has no selection yet" in line
    assert not Path("outputs/joke/report.html").exists()
