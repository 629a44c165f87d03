"""The benchmark on real pictures: the items that people wrote about photographs, and only those that are complete."""

from collections.abc import Sequence
from pathlib import Path

from eval_bench.benchmark import Benchmark, save
from eval_bench.card import write_card
from eval_bench.pages.photographs import Photograph
from eval_bench.types import Item
from synthgen import __version__
from synthgen.disk import disk_errors, replace


def write(folder: Path, items: Sequence[Item], photos: Sequence[Photograph]) -> Benchmark:
    """Pictures, items, card; pictures that no item is about any more are removed. Raises DiskError."""
    names = {item.image for item in items}
    for photo in photos:
        if f"images/{photo.id}.jpg" in names:
            replace(folder / "images" / f"{photo.id}.jpg", photo.path.read_bytes())
    people = sorted({item.by for item in items})
    made = save(folder, items, {"source": "real", "made": {"by": people}, "synthgen": __version__})
    with disk_errors(folder / "images"):
        for path in {*(folder / "images").glob("*.jpg")} - {folder / name for name in names}:
            path.unlink()
    write_card(made)
    return made
