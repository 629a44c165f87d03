"""The two pages of a report: everything of others escaped, no script but ours, nothing from elsewhere."""

from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, select_autoescape

from eval_bench.report import words
from synthgen.report.html import allowed

_PAGES = Environment(
    loader=ChoiceLoader([PackageLoader("eval_bench.report"), PackageLoader("synthgen.report")]),
    autoescape=select_autoescape(default=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(template: str, policy_pictures: str = "data:", **content: Any) -> str:
    """The page; `policy_pictures` says where its pictures may come from."""
    return allowed(_PAGES.get_template(template).render(policy="{policy}", words=words, **content), policy_pictures)
