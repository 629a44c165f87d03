"""Links of raters and of the one who runs the study: signed with the study's secret, and good for nothing else.

A token names the study and the rater. Whether the rater may still come in (expiry, revocation) is in the database.
"""

import csv
import hashlib
import hmac
from io import StringIO

from itsdangerous import BadData, URLSafeSerializer

from eval_bench.study.database import Database, moment
from eval_bench.study.types import Rater

FORMULAS = "=+-@\t\r"
"""A label that begins so would be run by a spreadsheet."""


def token(db: Database, rater: str) -> str:
    """Of the rater with this id."""
    return str(_signer(db, "rater").dumps([db.design.id, rater]))


def rater_of(db: Database, token: str) -> str | None:
    """The id of the rater whom the study gave this token; None for one that it never made, to the last letter."""
    return _named(db, "rater", token, 2)


def admin_token(db: Database) -> str:
    return str(_signer(db, "admin").dumps([db.design.id]))


def is_admin(db: Database, token: str) -> bool:
    return _named(db, "admin", token, 1) is not None


def link(db: Database, rater: Rater, base_url: str) -> str:
    """`base_url` is the study's address, without a slash at its end."""
    return f"{base_url}/r/{token(db, rater.id)}/"


def links(db: Database, base_url: str) -> list[tuple[Rater, str]]:
    """Of all raters, the revoked and expired ones too."""
    return [(rater, link(db, rater, base_url)) for rater in db.raters()]


def admin_link(db: Database, base_url: str) -> str:
    return f"{base_url}/admin/{admin_token(db)}/"


def links_csv(db: Database, base_url: str) -> str:
    """label, link, expires: a line per rater, the revoked and expired ones too."""
    file = StringIO()
    rows = csv.writer(file)
    rows.writerow(("label", "link", "expires"))
    for rater, link in links(db, base_url):
        label = f"'{rater.label}" if rater.label[:1] in FORMULAS else rater.label
        rows.writerow((label, link, moment(rater.expires)))
    return file.getvalue()


def _named(db: Database, salt: str, token: str, count: int) -> str | None:
    signer = _signer(db, salt)
    try:
        told = signer.loads(token)
    except BadData:
        return None
    # base64 can be written in several ways; only ours is taken
    if not hmac.compare_digest(str(signer.dumps(told)).encode(), token.encode()):
        return None
    if not isinstance(told, list) or len(told) != count or told[0] != db.design.id:
        return None
    return str(told[-1])


def _signer(db: Database, salt: str) -> URLSafeSerializer:
    return URLSafeSerializer(
        db.secret, salt=salt, signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256}
    )
