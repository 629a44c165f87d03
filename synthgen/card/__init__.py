"""The card of a data set: what each export says of itself, in README.md for people and in croissant.json for programs.

Files:

    facts     what is gathered while the records pass, flat in memory; hashing: what the data set is, in 64 letters
    watched   which files were written
    about     what made it; licenses: what that asks of whoever uses the data; limits: what it cannot do
    page      README.md, of sections in markdown; croissant: croissant.json
"""

from synthgen.card.about import About
from synthgen.card.croissant import FILE, croissant
from synthgen.card.facts import Facts
from synthgen.card.licenses import LICENSES
from synthgen.card.page import introduction, page
from synthgen.card.sections import example_files
from synthgen.card.watched import Watched
from synthgen.interfaces import Exporter
from synthgen.types import ExportSummary

README = "README.md"


def put_card(about: About, facts: Facts, summary: ExportSummary, exporter: Exporter, target: Watched) -> None:
    """Beside the files of an export; after them, so that a card that is there tells of files that are there."""
    subsets = {name: pattern for name, pattern in exporter.subsets().items() if name in target.filled}
    files = sorted(target.files, key=lambda file: file.path)
    for one in facts.examples():
        for path, data in example_files(one):
            target.put(path, data)
    terms = about.strictest or LICENSES["apache-2.0"]  # as the header of the card has it
    license = terms.url or terms.title
    keywords, languages = ["synthetic", *about.abilities], sorted(facts.languages)
    told = croissant(about.name, introduction(about, facts), license, keywords, languages, files, subsets)
    target.put(FILE, told)
    card = page(about, facts, summary, files, subsets, exporter.usage("."), exporter.rows_tell)
    target.put(README, card.encode())
