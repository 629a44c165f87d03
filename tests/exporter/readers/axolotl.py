"""axolotl: what its collator makes of a list that is loaded as `ds_type: json`, started in the folder of the list.

python -m tests.exporter.readers.axolotl FILE CACHE
"""

import os
import sys

file, cache = sys.argv[1:]
os.environ |= {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "TRL_EXPERIMENTAL_SILENCE": "1"}

import datasets  # noqa: E402
from axolotl.processing_strategies import ProcessingStrategy  # noqa: E402
from axolotl.utils.collators.mm_chat import MultiModalChatDataCollator  # noqa: E402

from tests.exporter.readers.tiny import IMAGE_TOKENS, processor  # noqa: E402
from tests.exporter.readers.told import tell  # noqa: E402

os.chdir(os.path.dirname(file))
found = datasets.load_dataset("json", data_files=os.path.basename(file), cache_dir=cache)["train"]
strategy = ProcessingStrategy(processor())
collate = MultiModalChatDataCollator(tokenizer=strategy.processor.tokenizer, processing_strategy=strategy)
rows = []
for example in found:
    (seen,) = strategy([example])
    batch = collate.torch_call([example])
    shape = list(batch["pixel_values"].shape) if "pixel_values" in batch else [0]
    tokens = int((batch["input_ids"] == strategy.image_token_id).sum())
    texts = [[part["text"] for part in message["content"] if part["type"] == "text"] for message in seen["messages"]]
    rows.append(
        {
            "pictures": shape[0],
            "image_tokens": tokens / IMAGE_TOKENS,
            "roles": [message["role"] for message in seen["messages"]],
            "said": ["".join(text) for text in texts],
            "learned": strategy.processor.tokenizer.decode(batch["labels"][batch["labels"] != -100]),
        }
    )
tell(rows)
