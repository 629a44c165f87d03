"""The pages of a study as HTML: the rating page, its offline form, and the one of links that are not good."""

from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from eval_bench.study.database import Database
from eval_bench.study.types import Design

STATIC = Path(__file__).parent / "static"
_PAGES = Environment(
    loader=PackageLoader("eval_bench.study"),
    autoescape=select_autoescape(default=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def rating(design: Design) -> str:
    """What raters see. Of the design it tells the form, the consent text and the contact: no name, no model."""
    return render("rate.html", design=design)


def administration(db: Database) -> str:
    """The admin page; what changes is in progress.json."""
    items = {s.item for s in db.design.statements if s.kind == "item"}
    wanted = sum(s.kind == "item" for s in db.design.statements) * db.design.raters
    return render("admin.html", design=db.design, hash=db.hash, folder=db.path.parent, items=len(items), wanted=wanted)


def refused(why: str) -> str:
    """What is seen behind a link that is forged, expired, revoked, or of another study."""
    return render("refused.html", why=why)


def render(template: str, **content: object) -> str:
    return _PAGES.get_template(template).render(**content)
