"""The rating page as HTML, before a browser has it."""

import re
from typing import get_args

import pytest

from eval_bench.study import pages
from eval_bench.study.types import VOTES, Form
from tests.eval_bench.study import small


@pytest.mark.parametrize("form", get_args(Form))
def test_the_page_has_a_button_for_each_vote_and_a_rubric_with_examples(form: Form) -> None:
    html = pages.rating(small.design(form=form))
    votes = {{"first": "left", "second": "right"}.get(vote, vote) for vote in VOTES[form]}
    assert set(re.findall(r'data-vote="(.*?)"', html)) == votes
    assert html.count('class="scene"') == 12  # before the first question, and in the help
    keys = [key for found in re.findall(r'data-keys="(.*?)"', html) for key in found.split()]
    assert len(keys) == len(set(keys)) and not {"u", "z", "?"} & set(keys)


@pytest.mark.parametrize("form", get_args(Form))
def test_the_page_tells_of_the_design_nothing_but_what_raters_need(form: Form) -> None:
    plain = small.design(form=form)
    html = pages.rating(plain)
    for told in (plain.name, plain.id, plain.models[0].folder, plain.made, "pooled_", "attention"):
        assert told not in html
    assert plain.contact in html and "We keep your answers, not your name." in html
    assert html == pages.rating(small.design(form=form, items=9, name="other", id="f" * 16, seed=3))


def test_a_hidden_reference_is_not_spoken_of() -> None:
    html = pages.rating(small.design(reference=False))
    assert "For comparison" not in html and "beside it" not in html


def test_nothing_is_loaded_from_elsewhere_and_all_that_is_loaded_is_there() -> None:
    html = pages.rating(small.design(consent="<script>x</script>", contact='"><img src=x>')) + pages.refused("<b>")
    assert "<script>" not in html and "<img" not in html and "style=" not in html and "&lt;b&gt;" in html
    loaded = re.findall(r'(?:src|href)="(.*?)"', html)
    assert len(loaded) == 6
    for path in loaded:
        assert path.startswith("../../static/") and (pages.STATIC / path.rpartition("/")[2]).is_file()
