"""A tokenizer that splits text as Llama's does, and a processor of LLaVA, both made on the spot and very small."""

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
from transformers import CLIPImageProcessorPil, LlavaProcessor, PreTrainedTokenizerFast

SIDE, PATCH = 28, 14
IMAGE_TOKENS = (SIDE // PATCH) ** 2
"""Of one picture in a text."""
_TEMPLATE = (
    "{% for message in messages %}{{ message['role'] }}: "
    "{% for part in message['content'] %}{% if part['type'] == 'image' %}<image>{% else %}{{ part['text'] }}{% endif %}"
    "{% endfor %}\n{% endfor %}"
)


def tokenizer() -> PreTrainedTokenizerFast:
    """Letters, each word with its space in front, <s> before all: a space at the end is a token of its own."""
    made = Tokenizer(models.BPE(unk_token="<unk>"))
    made.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    made.decoder = decoders.Metaspace(prepend_scheme="always")
    letters = [chr(code) for code in range(32, 127)] + ["\n", "“", "”", "▁"]
    special = ["<unk>", "<s>", "</s>", "<pad>", "<image>"]
    made.train_from_iterator([], trainers.BpeTrainer(initial_alphabet=letters, special_tokens=special))
    made.post_processor = processors.TemplateProcessing(single="<s> $A", special_tokens=[("<s>", 1)])
    fast = PreTrainedTokenizerFast(
        tokenizer_object=made, unk_token="<unk>", bos_token="<s>", eos_token="</s>", pad_token="<pad>"
    )
    fast.model_max_length = 4096
    fast.legacy = True  # LLaVA asks for it
    return fast


def processor() -> LlavaProcessor:
    return LlavaProcessor(
        image_processor=CLIPImageProcessorPil(size={"shortest_edge": SIDE}, crop_size={"height": SIDE, "width": SIDE}),
        tokenizer=tokenizer(),
        patch_size=PATCH,
        num_additional_image_tokens=1,
        vision_feature_select_strategy="default",
        chat_template=_TEMPLATE,
    )
