"""The code that a card shows opens the export that it lies in."""

import re
from pathlib import Path

import pytest

from synthgen.__main__ import main

pytestmark = pytest.mark.consumers
FORMS = {"llava": 3, "llava_pretrain": 2, "sharegpt": 3, "swift": 3, "axolotl": 3, "parquet": 3, "imagefolder": 3}


def test_the_code_on_a_card_loads_every_row(working_folder: Path) -> None:
    kinds = "ability.food.kinds={describe: 2, vqa: 1, conversation: 0, detail: 0, reasoning: 0, negative: 0}"
    words = ["ability=food", "n=3", "qc=[readable]", "renderer.size=64", kinds]
    assert main([*words, f"exporter=[{','.join([*FORMS, 'webdataset', 'trl'])}]"]) == 0
    for form in (*FORMS, "webdataset", "trl"):
        folder = working_folder / "outputs/food/export" / form
        card = (folder / "README.md").read_text()
        (code,) = re.findall(r"```python\n(.*?)```", card, re.DOTALL)
        (rows,) = map(int, re.findall(rf"Form: `{form}`, (\d+) row", card))
        assert rows == FORMS.get(form, 3)
        found = 0
        for line in (line for line in code.splitlines() if line.startswith("data = ")):
            said: dict[str, object] = {}
            imports = code.partition("data = ")[0]
            exec(imports + line.replace("path/to/this/folder", str(folder)), said)
            found += len(said["data"])  # type: ignore[arg-type]
        assert found == rows, form
