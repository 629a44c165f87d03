"""LLaVA: the rows of a list as its own dataset class hands them to training.

    python -m tests.exporter.readers.llava CHECKOUT VERSION FILE

CHECKOUT holds LLaVA's package `llava`; VERSION is v1 or plain, as in --version.
"""

import sys
from types import ModuleType, SimpleNamespace

from transformers import CLIPImageProcessorPil

from tests.exporter.readers.tiny import SIDE, tokenizer
from tests.exporter.readers.told import tell

checkout, version, file = sys.argv[1:]
# The package itself loads models and their patches of old libraries; the loader of data needs none of them.
package = ModuleType("llava")
package.__path__ = [f"{checkout}/llava"]
trainer = ModuleType("llava.train.llava_trainer")
trainer.__dict__["LLaVATrainer"] = object
sys.modules |= {"llava": package, "llava.model": ModuleType("llava.model"), "llava.train.llava_trainer": trainer}

from llava import conversation  # noqa: E402
from llava.train import train  # noqa: E402

conversation.default_conversation = conversation.conv_templates["vicuna_v1" if version == "v1" else version]
words = tokenizer()
size = {"height": SIDE, "width": SIDE}
options = SimpleNamespace(
    image_folder=file.rpartition("/")[0],
    image_processor=CLIPImageProcessorPil(size={"shortest_edge": SIDE}, crop_size=size),
    image_aspect_ratio="pad",
    is_multimodal=True,
    mm_use_im_start_end=False,
)
found = train.LazySupervisedDataset(file, words, options)
rows = []
for i, length in enumerate(found.modality_lengths):
    row = found[i]
    # each run of labels that are not masked is one answer
    answers: list[list[int]] = [[]]
    for label in row["labels"].tolist():
        if label != train.IGNORE_INDEX:
            answers[-1].append(label)
        elif answers[-1]:
            answers.append([])
    batch = train.DataCollatorForSupervisedDataset(words)([row])
    rows.append(
        {
            "image_tokens": int((row["input_ids"] == train.IMAGE_TOKEN_INDEX).sum()),
            "shape": list(batch["images"].shape),
            "blank": not bool(row["image"].any()),
            "learned": [words.decode(answer) for answer in answers if answer],
            "has_picture": length > 0,
        }
    )
tell(rows)
