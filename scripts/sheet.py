"""The picture in the README: samples of a run with what describes them, the abilities in turn.

python -m synthgen ability=all n=12 exporter=[llava]
python scripts/sheet.py outputs/all docs/sheet.jpg
"""

import json
import sys
import textwrap
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

COLUMNS, ROWS, SIDE, TEXT = 8, 5, 232, 46


def sheet(run: Path, target: Path) -> None:
    """Write COLUMNS x ROWS samples of the run's llava export to `target`."""
    rows = [r for r in json.loads((run / "export/llava/llava.json").read_text()) if r["kind"] == "describe"]
    abilities = list(dict.fromkeys(row["ability"] for row in rows))
    turns = [[row for row in rows if row["ability"] == ability] for ability in abilities]
    in_turn = [rows[i] for i in range(max(map(len, turns))) for rows in turns if i < len(rows)]
    page = Image.new("RGB", (COLUMNS * SIDE, ROWS * (SIDE + TEXT)), "white")
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(12)
    for i, row in enumerate(in_turn[: COLUMNS * ROWS]):
        x, y = i % COLUMNS * SIDE, i // COLUMNS * (SIDE + TEXT)
        picture = Image.open(run / "export/llava" / row["image"]).resize((SIDE - 8, SIDE - 8), Image.Resampling.LANCZOS)
        page.paste(picture, (x + 4, y + 4))
        lines = textwrap.wrap(row["conversations"][1]["value"], 36)
        shown = lines if len(lines) <= 3 else [*lines[:2], lines[2][:33] + "..."]
        draw.multiline_text((x + 5, y + SIDE - 2), "\n".join(shown), fill=(40, 44, 52), font=font, spacing=1)
    page.save(target, quality=82, optimize=True)


if __name__ == "__main__":
    sheet(Path(sys.argv[1]), Path(sys.argv[2]))
