"""`takes=k takes_by=<check>`: the best of k pictures is kept, with what the check said of all."""

import json
from pathlib import Path

import pytest

from synthgen.__main__ import main
from synthgen.build import build_run
from synthgen.config import compose
from synthgen.errors import UsageError
from synthgen.kit.pictures import encode
from synthgen.measure import Samples
from synthgen.plan import Planner
from synthgen.store import Store
from synthgen.types import Picture, Prompt, Raster

RUN = ["ability=animal", "n=6", "renderer.size=128", "takes=3", "takes_by=readable", "name=best"]


def test_the_take_with_the_best_figure_is_kept_with_the_figures_of_all(working_folder: Path) -> None:
    assert main(RUN) == 0
    run = build_run(compose(RUN))
    store, check = Store(run.folder), run.checks["readable"]
    prompts = [row for row in store.rows("prompts", "animal") if isinstance(row, Prompt)]
    pictures = [row for row in store.rows("pictures", "animal") if isinstance(row, Picture)]
    assert len(pictures) >= 6 and len({picture.sha256 for picture in pictures}) == len(pictures)
    chosen = set()
    for prompt, picture in zip(prompts, pictures, strict=True):
        takes = Planner(run.abilities["animal"], run.config.seed).takes(prompt, 3)
        drawn = [one for one in run.renderer.render(iter(takes)) if isinstance(one, Raster)]
        files = [run.encoding.picture(one, prompt) for one in drawn]
        figures = [float(check.measure(Samples([prompt], [one]))[0].values["sharpness"] or 0) for one in files]
        assert list(picture.takes) == figures
        best = figures.index(max(figures))
        assert picture.data == files[best].data and picture.seed == takes[best].seed
        chosen.add(best)
    assert len(chosen) > 1
    assert encode(drawn[0].pixels) != files[0].data  # it is marked


def test_the_first_take_is_what_a_run_of_one_take_draws(working_folder: Path) -> None:
    planner = Planner(build_run(compose(RUN)).abilities["animal"], 0)
    prompt = Prompt("animal-000000004", planner.slot(4).cell, "((cat))")
    assert planner.takes(prompt, 3)[0] == planner.takes(prompt)[0]
    assert len({take.seed for take in planner.takes(prompt, 3)}) == 3


def test_more_takes_are_another_dataset_and_the_export_knows_nothing_of_them(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(RUN) == 0
    capsys.readouterr()
    assert main([word.replace("takes=3", "takes=2") for word in RUN]) == 2
    assert "takes: 3 by readable, now 2 by readable" in capsys.readouterr().err
    rows = json.loads(Path("outputs/best/export/llava/llava.json").read_text())
    assert "takes" not in rows[0] and "environment" not in rows[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["takes=2"], "takes=2: the best of several takes is chosen by a check; pass takes_by=readable"),
        (["takes=2", "takes_by=text"], "takes_by=text: the best of several takes is chosen by a check"),
        (["takes=0"], "takes=0: it has to be at least 1"),
        (["takes=17", "takes_by=readable"], "takes=17: it has to be at most 16"),
    ],
)
def test_a_wrong_number_or_check_is_one_line(words: list[str], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        build_run(compose(["ability=animal", *words]))
    (line,) = caught.value.mistakes
    assert line.startswith(said)
