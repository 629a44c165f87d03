"""ms-swift: what `swift sft --dataset FILE` trains on, with $ROOT_IMAGE_DIR set to its folder.

python -m tests.exporter.readers.swift FILE CACHE
"""

import os
import sys

file, cache = sys.argv[1:]
os.environ |= {
    "HF_HUB_OFFLINE": "1",
    "HF_HOME": f"{cache}/hf",
    "MODELSCOPE_CACHE": f"{cache}/modelscope",
    "ROOT_IMAGE_DIR": os.path.dirname(file),
}

from swift.dataset import load_dataset  # noqa: E402
from swift.template.vision_utils import load_image  # noqa: E402

from tests.exporter.readers.told import tell  # noqa: E402

found, _ = load_dataset(file, split_dataset_ratio=0.0, num_proc=1, strict=True)
rows = []
for row in found:
    sizes = [load_image(image["path"]).convert("RGB").size for image in row["images"] or []]
    said, roles = ([message[key] for message in row["messages"]] for key in ("content", "role"))
    rows.append({"pictures": sizes, "roles": roles, "said": said})
tell(rows)
