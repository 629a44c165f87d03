"""Multiple choice: which of the options of an item is the right one, and how they are offered."""

from eval_bench.types import LETTERS, Item


def right_option(item: Item) -> str:
    """The letter of the option that is one of the accepted answers; "" if none is."""
    accepted = {word.lower() for word in item.accept}
    places = (letter for letter, option in zip(LETTERS, item.options, strict=False) if option.lower() in accepted)
    return next(places, "")


def offered(item: Item) -> str:
    """ "A. a cat", a line each."""
    return "\n".join(f"{letter}. {option}" for letter, option in zip(LETTERS, item.options, strict=False))
