"""Scripts for the test server: models that are asked for more words, and know fewer and fewer.

`growing` answers what `expand` and `bootstrap` ask. It is a pure function of what it is sent, so that a command that
was killed can be compared with one that was not; after what it knows, it comes with what it has said before, in the
plural, misspelled, in other words, with nonsense and with what is none of its business.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import partial
from random import Random
from typing import Any

from synthgen.kit.prompt_text import heads
from synthgen.kit.words import plural, where, with_article
from tests.chat_server import Answer, Body, Script, completion

_KNOWS = """
okapi aardvark armadillo capybara wombat platypus echidna quokka wallaby possum numbat bandicoot bongo kudu impala
springbok oryx eland nyala wildebeest warthog mongoose civet genet serval caracal ocelot jaguarundi margay bobcat puma
coyote jackal dingo dhole ermine weasel ferret polecat stoat mink wolverine fisher marmot groundhog chipmunk gopher
beluga narwhal orca porpoise manatee dugong sealion lobster shrimp krill barnacle oyster clam mussel scallop cuttlefish
nautilus seaslug anemone sponge urchin cod haddock halibut flounder sole tuna mackerel sardine anchovy herring salmon
trout pike perch carp catfish barracuda grouper wrasse goby blenny pufferfish lionfish stonefish anglerfish sunfish
swordfish marlin sailfish moray lamprey hagfish sturgeon gar piranha tetra guppy betta cichlid ibis stork spoonbill
cormorant gannet booby frigatebird albatross petrel puffin guillemot razorbill tern skua plover sandpiper curlew godwit
avocet lapwing snipe woodcock rail coot moorhen crake bustard crane kestrel merlin falcon hobby osprey kite harrier
buzzard goshawk vulture condor kookaburra kingfisher hoopoe roller hornbill barbet nuthatch treecreeper wren dipper
starling thrush blackbird nightingale robinet wheatear warbler flycatcher tit chickadee magpie jay rook raven jackdaw
crow oriole finch linnet siskin crossbill bunting tanager cardinal grosbeak weaver waxbill gecko skink iguana monitor
anole agama basilisk python boa cobra mamba viper adder newt axolotl caecilian treefrog bullfrog mantis cricket
grasshopper locust cicada aphid ladybeetle weevil earwig silverfish moth hornet wasp termite ant flea tick mite
tarantula centipede millipede earthworm leech slug woodlouse bison buffalo muskox reindeer elk caribou pronghorn
chamois mouflon markhor takin serow goral vicuna guanaco mule zebu banteng gaur anoa tamaraw babirusa peccary
"""
ANIMALS = tuple(_KNOWS.split())
"""Single words that no yaml lists, and that a person could tell from each other by sight."""
NONSENSE = (
    "happiness",
    "I am sorry, but I cannot help",
    "",
    "(see above)",
    "https://example.com/fox",
    "a smell of rain",
)
FOREIGN = ("Eichhörnchen im Wald", "紅毛猩猩", "murciélago de la fruta")
OTHERS = ("sunflower", "ambulance", "sofa bed", "pizza")
PLACES = ("salt lake", "tundra", "mangrove swamp")
OPENERS = (
    "What",
    "Who",
    "Could you tell me what",
    "Please say what",
    "I wonder what",
    "Let me know what",
    "Guess what",
)
ABOUT = (
    *(
        "is to be seen here",
        "would you name first",
        "could one call the subject",
        "is this all about",
        "can be made out",
    ),
    *("was put into this image", "is the main subject", "do you recognize", "has been pictured", "is the photo about"),
    *("would go into a caption", "might this be", "did somebody want to show"),
)
MANNERS = ("", " in a word", " in your own words", " if you look closely", " as briefly as you can")


def backend(url: str) -> list[str]:
    """The words of a command line that ask a server of ours, and know its price."""
    price = "llm.price={input: 0.4, cached_input: 0.1, output: 1.6}"
    return ["llm=openai", "llm.model=tiny", "llm.api_key_env=null", f"llm.base_url={url}", "llm.max_outage=1", price]


def growing(body: Body, number: int) -> Answer:
    """The script of a server whose model knows `ANIMALS`, and some dozens of questions."""
    return 200, completion(json.dumps(reply(body)))


def tired(share: float) -> Script:
    """Of what it says, this share is nothing new; with 1.0 it repeats itself from the start."""
    return partial(_tired, share)


def _tired(share: float, body: Body, number: int) -> Answer:
    return 200, completion(json.dumps(reply(body, share)))


def reply(body: Body, stale: float = 0.2) -> Mapping[str, Any]:
    """A good form; `stale`: the share of its content that is of no use."""
    system, asked = (message["content"] for message in body["messages"][:2])
    order = json.loads(asked.rstrip().splitlines()[-1])
    rng = Random(json.dumps(order))
    if isinstance(order, list):
        return {"dialogues": [_answer(row, rng) for row in order]}
    if "subjects" in order:
        return {"prompts": [text for subject in order["subjects"] for text in _prompts(subject, rng)]}
    count, known = int(order["how many"]), order["known"]
    if '"questions"' in system:
        return {
            "questions": _mixed(
                _questions(system, known), [_again(rng.choice([*known, "What is in this picture?"]))], count, stale, rng
            )
        }
    groups = json.loads(next(line for line in system.splitlines() if line.startswith("{")))
    fresh = [word for word in ANIMALS if word not in known]
    words = _mixed(fresh, _stale(known, rng), count, stale, rng)
    return {"subjects": [_subject(word, list(groups), rng) for word in words]}


def _mixed(fresh: Sequence[str], stale: Sequence[str], count: int, share: float, rng: Random) -> list[str]:
    """So many words; once nothing fresh is left, all of them are stale."""
    good = list(fresh[: round(count * (1 - share))])
    rest = [stale[i % len(stale)] for i in range(count - len(good))]
    words = [*good, *rest]
    rng.shuffle(words)
    return words


def _stale(known: Sequence[str], rng: Random) -> list[str]:
    """What was said before, in all its disguises, and what is no subject at all."""
    old = rng.sample(list(known), min(8, len(known)))
    long = [word for word in old if len(word) > 6 and " " not in word]
    return [
        *old,
        *(plural(word) for word in old),
        *(with_article(word) for word in old),
        *(word.upper() for word in old[:2]),
        *(word[:3] + word[3] + word[3:] for word in long),
        *(word.replace(" ", "-") for word in old),
        *NONSENSE,
        *FOREIGN,
        *OTHERS,
    ]


def _subject(word: str, groups: Sequence[str], rng: Random) -> Mapping[str, Any]:
    """Most fit a group; some come with places, a few with neither or with a group that does not exist."""
    none: Mapping[str, Any] = {"subject": word, "group": "", "places": [], "companions": []}
    luck = rng.random()
    if luck < 0.75:
        return {**none, "group": rng.choice(groups)}
    if luck < 0.95:
        return {**none, "places": [rng.choice(PLACES)], "companions": ["rock"]}
    return {**none, "group": "" if luck < 0.97 else "somewhere else"}


def _questions(system: str, known: Sequence[str]) -> list[str]:
    """Some dozens, among them a few that are of no use."""
    negative = "a question that takes for granted" in system
    every = [
        f"{opener} {about}{MANNERS[(i + k) % len(MANNERS)]}?"
        for i, about in enumerate(ABOUT)
        for k, opener in enumerate(OPENERS)
        if (i + k) % 2
    ]
    if negative:
        every = [f"{text[:-1]}, next to the {{other}}?" for text in every]
    every = [f"About the {{thing}}: {text}" if i % 7 == 0 else text for i, text in enumerate(every)]
    bad = ["Lion?", "What does the giraffe do here?", "Is it (red|blue)?", "Where is the {place}?", "Hm"]
    return [*bad, *(text for text in every if text not in known)]


def _again(question: str) -> str:
    return re.sub(r"\bthis\b", "the", question).replace("  ", " ")


def _prompts(subject: str, rng: Random) -> list[str]:
    """A good one, and now and then a bad one."""
    place = rng.choice(["beach", "lake", "hill", "barn", "market square", "riverbank", "pine grove"])
    light = rng.choice(["soft light", "golden light", "dim light", "muted colors"])
    medium = rng.choice(["watercolor", "oil painting", "mosaic", "realistic 35 mm photo"])
    care = rng.choice(["8k", "sharp focus", "fine details"])
    good = f"(({subject})), {place}, {light}, {medium}, {care}"
    bad = [subject, f"(({subject}))", f"(({subject})), ((teapot)), hill, 8k", "((teapot)), hill, soft light, 8k"]
    return [good, rng.choice(bad)] if rng.random() < 0.3 else [good]


def _answer(row: Mapping[str, str], rng: Random) -> Mapping[str, str]:
    """Now and then one that says too much."""
    head, place = with_article(heads(row["keywords"])[0]), row["keywords"].split(", ")[1]
    says = (
        "Here you see {}.",
        "It is {}, shown {}.",
        "{} can be seen {}.",
        "{} sleeps under a tree.",
        "My prompt was {}.",
    )
    answer = rng.choice(says).format(head, where(place))
    return {**row, "answer": answer[0].upper() + answer[1:]}
