from collections import Counter
from pathlib import Path

import pytest

from abilities.joke import Joke
from abilities.style import Style
from synthgen.build import build_run
from synthgen.config import compose
from synthgen.plan import Planner


@pytest.fixture(scope="module")
def joke() -> Joke:
    ability = build_run(compose(["ability=joke"])).abilities["joke"]
    assert isinstance(ability, Joke)
    return ability


def test_the_head_is_the_incongruity_and_kinds_take_turns(joke: Joke) -> None:
    planner = Planner(joke, seed=0)
    heads = [planner.slot(i).cell.subject for i in range(1000)]
    assert set(heads) <= set(joke.jokes)
    kinds = Counter(joke.jokes[head].kind for head in heads)
    assert len(kinds) >= 10
    assert max(kinds.values()) < 0.3 * len(heads)
    assert len(set(heads)) > 700


def test_a_joke_about_a_place_names_no_second_one(joke: Joke) -> None:
    planner = Planner(joke, seed=0)
    for i in range(500):
        cell = planner.slot(i).cell
        if joke.jokes[cell.subject].twist.get("places") == []:
            assert cell.place == ""


def test_seventy_five_subjects_are_joked_about_each_in_several_ways(joke: Joke) -> None:
    ways = Counter(one.subject for one in joke.jokes.values())
    assert len(ways) >= 75
    assert min(ways.values()) >= 4, ways.most_common()[-5:]


def test_nobody_meets_itself_in_a_joke(joke: Joke) -> None:
    assert not [head for head, one in joke.jokes.items() if one.subject == one.thing]


def test_style_shows_a_thing_in_a_medium_and_names_both() -> None:
    style = build_run(compose(["ability=style"])).abilities["style"]
    assert isinstance(style, Style)
    planner = Planner(style, seed=0)
    for i in range(100):
        cell = planner.slot(i).cell
        assert cell.subject == cell.medium and cell.companions[0] in style.things


def test_an_ability_of_the_working_folder_needs_one_yaml(working_folder: Path) -> None:
    import re

    from synthgen.__main__ import main
    from synthgen.config import options

    own = working_folder / "conf" / "ability"
    own.mkdir(parents=True)
    text = options("ability")["animal"].read_text()
    (own / "beast.yaml").write_text(
        re.sub(r"ability\.animal|name: animal", lambda m: m[0].replace("animal", "beast"), text)
    )
    assert main(["ability=beast", "n=3"]) == 0
    assert (working_folder / "outputs/beast/export/llava/images/beast-000000000.jpg").exists()
