"""Llamas small enough for a test, saved as a server wants them: they babble, or have learned one single sentence."""

from pathlib import Path
from typing import Any

TEMPLATE = "{% for m in messages %}<|{{ m.role }}|>{{ m.content }}{% endfor %}<|assistant|>"
SPECIAL = ["<|end|>", "<|system|>", "<|user|>", "<|assistant|>"]


def save_llama(folder: Path, says: str = "", ends: bool = True) -> None:
    """Half a megabyte of random weights. With `says`, the head answers everything with this one text and ends.

    Without, it babbles: a few letters, as every second token is an end to it; or, if not `ends`, for ever.
    """
    import torch
    from transformers import GenerationConfig, LlamaConfig, LlamaForCausalLM

    torch.manual_seed(0)
    tokenizer = _tokenizer(says)
    end, start = (tokenizer.convert_tokens_to_ids(token) for token in ("<|end|>", "<|assistant|>"))
    stops = [end] if says else list(range(0, len(tokenizer), 2)) if ends else None
    model = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=len(tokenizer),
            hidden_size=64,
            intermediate_size=128,
            num_hidden_layers=2,
            num_attention_heads=4,
            max_position_embeddings=8192,
            bos_token_id=None,
            eos_token_id=stops,
            pad_token_id=end,
            tie_word_embeddings=False,
        )
    )
    if says:
        # The layers add little to what a token's embedding puts in, so that the head may read the last token off it.
        seen, head = model.get_input_embeddings().weight.data, model.get_output_embeddings().weight.data
        sentence = len(tokenizer) - 1
        seen.mul_(50)
        head.zero_()
        head[sentence], head[end] = seen[start], seen[sentence]
    model.generation_config = GenerationConfig(do_sample=not says, eos_token_id=stops, pad_token_id=end)
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def _tokenizer(says: str) -> Any:
    """One token per byte, one per role, and one for all of `says`."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers  # type: ignore[import-not-found,unused-ignore]
    from transformers import PreTrainedTokenizerFast

    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    words = [*SPECIAL, *letters]
    if says:
        [(spelled, _)] = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False).pre_tokenize_str(says)
        words.append(spelled)
    bare = Tokenizer(models.BPE(vocab={word: i for i, word in enumerate(words)}, merges=[]))
    bare.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    bare.decoder = decoders.ByteLevel()
    bare.add_special_tokens(SPECIAL)
    return PreTrainedTokenizerFast(
        tokenizer_object=bare, eos_token="<|end|>", pad_token="<|end|>", chat_template=TEMPLATE
    )
