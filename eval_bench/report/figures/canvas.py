"""Sheets of matplotlib that give the same bytes whenever the same is drawn."""

import base64
import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from synthgen.errors import UsageError

COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#4d4d4d")
"""Okabe and Ito's, apart for color-blind eyes too; model by model."""
MARKERS = "osD^vPX"
INK, SOFT, LINE = "#1d2127", "#57606b", "#d9dde3"
DPI = 160
LONG = 28
"""Letters of a model's name in a figure."""
STYLE: Any = {
    "svg.hashsalt": "synthgen",
    "font.family": "DejaVu Sans",
    "font.size": 11,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": LINE,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.titlesize": 13,
    "hatch.linewidth": 0.6,
    "text.parse_math": False,
}


@dataclass(frozen=True)
class Drawing:
    """A finished figure."""

    name: str
    """Of its files."""
    title: str
    says: str
    """How it is read, in a few sentences."""
    alt: str
    svg: bytes
    png: bytes

    @property
    def url(self) -> str:
        """The picture inside the page, apart from the page's own names and styles."""
        return "data:image/svg+xml;base64," + base64.b64encode(self.svg).decode()


def preflight() -> None:
    if importlib.util.find_spec("matplotlib") is None:
        raise UsageError("the figures of a report need matplotlib. pip install 'synthgen[eval]'")


@contextmanager
def sheet(width: float, height: float) -> Iterator[Any]:
    """An empty figure of so many inches; what is drawn and saved inside has our style."""
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context(STYLE):
        yield Figure(figsize=(width, height), layout="constrained")


def finished(figure: Any, name: str, title: str, says: str, alt: str = "") -> Drawing:
    """Inside `sheet`."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    files = []
    for kind, backend in (("svg", FigureCanvasSVG), ("png", FigureCanvasAgg)):
        file = BytesIO()
        about = {"Date": None} if kind == "svg" else {"Software": None}
        backend(figure).print_figure(file, format=kind, dpi=DPI, metadata=about, bbox_inches="tight", pad_inches=0.15)
        files.append(file.getvalue())
    return Drawing(name, title, says, alt or title, *files)


def colour(number: int) -> str:
    return COLOURS[number % len(COLOURS)]


def marker(number: int) -> str:
    return MARKERS[number % len(MARKERS)]


def short(name: str) -> str:
    """A name that fits; both ends of a long one are kept, since versions stand at the end."""
    return name if len(name) <= LONG else f"{name[: LONG - 12]}...{name[-9:]}"
