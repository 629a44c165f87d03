"""What lmms-eval calls for each item. Needs nothing but the files beside it."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from matching import verdict  # type: ignore[import-not-found]


def doc_to_visual(doc):  # type: ignore[no-untyped-def]
    return [doc["image"].convert("RGB")]


def doc_to_text(doc, lmms_eval_specific_kwargs=None):  # type: ignore[no-untyped-def]
    return doc["question"]


def process_results(doc, results):  # type: ignore[no-untyped-def]
    """1 for right, 0 for wrong and for what is not to be understood; over all items and of the item's ability."""
    found, _ = verdict(json.loads(doc["rule"]), results[0])
    right = float(found == "right")
    return {"acc": right, "unparsed": float(found == "unparsed"), f"acc_{doc['ability']}": right}
