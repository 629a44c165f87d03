"""Pages that open offline: one file each, everything from an LLM escaped, no script but ours allowed to run."""

import base64
import hashlib
import re
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

_PAGES = Environment(
    loader=PackageLoader("synthgen.report"),
    autoescape=select_autoescape(default=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(template: str, **content: Any) -> str:
    """The page. Its content security policy names the hash of its own scripts, and nothing else may run or load.

    Content can add no script to the hashed ones: escaped text holds no `<`.
    """
    return allowed(_PAGES.get_template(template).render(policy="{policy}", **content))


def allowed(html: str, pictures: str = "data:") -> str:
    """The page with its policy filled in: its own scripts, and pictures from where `pictures` says."""
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts)
    allowed = hashes or "'none'"
    policy = (
        f"default-src 'none'; img-src {pictures}; style-src 'unsafe-inline'; script-src {allowed}; "
        "base-uri 'none'; form-action 'none'"
    )
    return html.replace("{policy}", policy, 1)
