"""The accuracies of the paper's figure 6, as context for one's own: never tested against.

StableLLaVA v1 (arXiv 2308.10253v1), 50 items each, as people voted: LLaVA 13B before (baseline) and after (ours) it
learned from generated pictures. The third of a row says that no number is printed there and it was read off the figure.
"""

from collections.abc import Iterator

from eval_bench.report.findings import PaperValue
from eval_bench.types import Source

ITEMS = 50
_PERCENT: dict[Source, dict[str, tuple[int, int, bool]]] = {
    "generated": {
        "animal": (76, 92, False),
        "style": (44, 60, False),
        "vehicle": (68, 82, False),
        "color": (66, 76, False),
        "scene": (72, 84, False),
        "hair": (34, 52, False),
        "joke": (44, 52, False),  # "abnormal" there
        "action": (78, 94, False),
        "food": (64, 78, False),
        "plant": (22, 52, False),
        "furniture": (60, 76, False),
        "profession": (68, 82, False),
    },
    "real": {
        "animal": (62, 74, False),
        "style": (24, 32, False),
        "vehicle": (52, 62, False),
        "color": (62, 72, True),
        "scene": (64, 78, True),
        "hair": (46, 50, False),
        "joke": (46, 54, False),
        "action": (74, 86, False),
        "food": (76, 84, False),
        "plant": (52, 56, False),
        "furniture": (50, 66, False),
        "profession": (60, 66, False),
    },
}


def _values() -> Iterator[PaperValue]:
    for source, abilities in _PERCENT.items():
        for ability, (baseline, ours, measured) in abilities.items():
            yield PaperValue(ability, source, baseline / 100, ours / 100, measured)


FIGURE_6 = tuple(_values())
