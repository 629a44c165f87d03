"""LLaMA-Factory: what `dataset: synthgen` of a folder gives after its loader, converter and the checks of its plugin.

python -m tests.exporter.readers.llamafactory FOLDER NAME CACHE
"""

import importlib.machinery
import os
import sys
from types import ModuleType, SimpleNamespace

os.environ |= {"DISABLE_VERSION_CHECK": "1", "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}
torchaudio = ModuleType("torchaudio")  # imported for sound, which there is none of
torchaudio.__spec__ = importlib.machinery.ModuleSpec("torchaudio", None)
sys.modules["torchaudio"] = torchaudio

from llamafactory.data.loader import _load_single_dataset  # noqa: E402
from llamafactory.data.mm_plugin import get_mm_plugin  # noqa: E402
from llamafactory.data.parser import get_dataset_list  # noqa: E402
from PIL import Image  # noqa: E402

from tests.exporter.readers.told import tell  # noqa: E402

folder, name, cache = sys.argv[1:]
(attributes,) = get_dataset_list([name], folder)
data = SimpleNamespace(
    dataset_dir=folder,
    media_dir=folder,
    preprocessing_num_workers=None,
    streaming=False,
    max_samples=None,
    overwrite_cache=True,
)
model = SimpleNamespace(cache_dir=cache, hf_hub_token=None, ms_hub_token=None)
plugin = get_mm_plugin("llava", image_token="<image>")
rows = []
for row in _load_single_dataset(attributes, model, data, SimpleNamespace(local_process_index=0)):
    messages, images = row["_prompt"] + row["_response"], row["_images"] or []
    plugin._validate_messages(messages, images, [], [])  # as many tags as pictures, or ValueError
    sizes = []
    for path in images:
        with Image.open(path) as image:
            sizes.append(image.convert("RGB").size)
    said = [message["content"] for message in messages] if row["_prompt"] and row["_response"] else []
    rows.append({"pictures": sizes, "roles": [message["role"] for message in messages], "said": said})
tell(rows)
