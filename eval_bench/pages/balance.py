"""How evenly items are spread: over abilities and styles, yes and no, the right candidate first and second."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from eval_bench.types import STYLES, Item
from synthgen.kit.match import words


def right_first(item: Item) -> bool:
    """Whether an either-or question names an accepted word before the refused ones."""
    asked = f" {' '.join(words(item.question))} "

    def place(several: Iterable[str]) -> int:
        found = (asked.find(f" {' '.join(words(word))} ") for word in several)
        return min((at for at in found if at >= 0), default=len(asked))

    return place(item.accept) < place(item.refuse)


def balance(items: Sequence[Item], abilities: Iterable[str]) -> dict[str, dict[str, int]]:
    """Per ability: the number of items, of each style, yes, no, first, second; of joke also odd and ordinary."""
    found: dict[str, dict[str, int]] = {}
    for ability in abilities:
        own = [item for item in items if item.ability == ability]
        counted = Counter(item.style for item in own)
        either = [right_first(item) for item in own if item.style == "either_or"]
        found[ability] = {
            "items": len(own),
            **{style: counted[style] for style in STYLES},
            "yes": sum(item.accept == ("yes",) for item in own),
            "no": sum(item.accept == ("no",) for item in own),
            "first": sum(either),
            "second": len(either) - sum(either),
        }
        if ability == "joke":
            found[ability] |= {"odd": sum(bool(i.odd) for i in own), "ordinary": sum(i.odd is False for i in own)}
    return found


def lacks(counts: dict[str, dict[str, int]], n: int) -> Iterator[str]:
    """What is not balanced, one line per ability."""
    for ability, count in counts.items():
        found = [f"{count['items']} of {n} items"] if count["items"] < n else []
        for one, other in (("yes", "no"), ("first", "second"), ("odd", "ordinary")):
            if abs(count.get(one, 0) - count.get(other, 0)) > 1:
                found.append(f"{count[one]} {one}, {count[other]} {other}")
        if found and count["items"]:
            yield f"{ability}: {'; '.join(found)}"
    if empty := [ability for ability, count in counts.items() if not count["items"]]:
        yield f"no items yet: {', '.join(empty)}"
