"""Dialogues with one planted statement each, true or false of its prompt; `bench.claims` counts how they are judged.

Nothing was tuned on the frames of HELD_OUT.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

from synthgen.kit.prompt_text import compile_text
from synthgen.kit.words import plural, where, with_article
from synthgen.types import ClaimType, Fields, Known, Prompt, Turn

ALL: frozenset[ClaimType] = frozenset(
    ("subject", "colour", "count", "place", "relation", "pose", "part", "object", "medium", "opinion")
)
OPEN, CLOSED = Known(ALL), Known(ALL | {"absence"})


@dataclass(frozen=True, slots=True)
class Planted:
    """One turn, and whether what it says is so."""

    kind: str
    true: bool
    turn: Turn
    prompt: Prompt
    known: Known
    noun: str


@dataclass(frozen=True, slots=True)
class Scene:
    """A prompt, and what is true and false of it."""

    noun: str
    fields: Fields
    words: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    """Type -> (true values, false values)."""


def _scene(noun: str, fields: Fields, **words: str) -> Scene:
    """Values are written "true, true | false, false"."""
    table = {}
    for kind, row in words.items():
        true, _, false = row.partition("|")
        table[kind] = tuple(tuple(v.strip() for v in part.split(",") if v.strip()) for part in (true, false))
    return Scene(noun, fields, table)  # type: ignore[arg-type]


SCENES = (
    _scene(
        "animal",
        Fields(
            "giraffe",
            ("brown", "standing"),
            1,
            relation="next to",
            place="savanna",
            companions=("bucket",),
            medium="watercolor",
        ),
        subject="giraffe, animal | zebra, horse, woman",
        colour="brown | blue, white",
        count="one | two, three, several",
        place="savanna | kitchen, beach, forest",
        relation="next to | behind, on top of, to the left of",
        pose="standing | sleeping, running, lying down",
        object="bucket | tree, bird, fence",
        absence="piano, submarine, octopus | bucket, giraffe",
    ),
    _scene(
        "vehicle",
        Fields(
            "red fire truck", ("red", "parked"), 2, relation="in front of", place="city street", companions=("ladder",)
        ),
        subject="fire truck, vehicle | bicycle, airplane, horse",
        colour="red | green, yellow",
        count="two | four, one, five",
        place="city street | desert, harbor, meadow",
        relation="in front of | under, behind, on top of",
        pose="parked | driving, racing, moving",
        object="ladder | dog, traffic light, firefighter",
        absence="penguin, piano, cactus | ladder, fire truck",
    ),
    _scene(
        "color",
        Fields("yellow umbrella", ("yellow", "leaning"), 3, relation="behind", place="beach", companions=("suitcase",)),
        subject="umbrella | balloon, chair, kite",
        colour="yellow | purple, black, green",
        count="three | two, seven, one",
        place="beach | office, snowy mountains, kitchen",
        relation="behind | under, inside, above",
        pose="leaning | flying, floating, spinning",
        object="suitcase | towel, child, dog",
        absence="tractor, elephant, bookshelf | suitcase, umbrella",
    ),
    _scene(
        "animal",
        Fields(
            "black cat", ("black", "sleeping"), relation="on top of", place="living room", companions=("red pillow",)
        ),
        subject="cat, animal | dog, rabbit, boy",
        colour="black | orange, white, gray",
        count="one | two, three, many",
        place="living room | garden, street, barn",
        relation="on top of | beneath, behind, to the right of",
        pose="sleeping | jumping, eating, playing",
        object="pillow | mouse, lamp, vase",
        absence="giraffe, rocket, sailboat | pillow, cat",
    ),
    _scene(
        "plant",
        Fields(
            "white tulip", ("white", "blooming"), 4, relation="beside", place="garden", companions=("watering can",)
        ),
        subject="tulip, flower | cactus, pine tree, fern",
        colour="white | red, pink, orange",
        count="four | two, six, one",
        place="garden | desert, bedroom, city street",
        relation="beside | on, inside, above",
        pose="blooming | wilting, hanging, floating",
        object="watering can | bee, fountain, butterfly",
        absence="submarine, zebra, piano | watering can, tulip",
    ),
    _scene(
        "food",
        Fields("green apple", ("green", "lying"), 2, relation="near", place="kitchen", companions=("knife",)),
        subject="apple, fruit | pizza, banana, sandwich",
        colour="green | red, yellow, brown",
        count="two | three, five, one",
        place="kitchen | forest, restaurant, beach",
        relation="near | behind, under, on top of",
        pose="lying | rolling, falling, hanging",
        object="knife | plate, glass, napkin",
        absence="elephant, helicopter, snowman | knife, apple",
    ),
    _scene(
        "animal",
        Fields(
            "gray elephant", ("gray", "drinking"), 3, relation="to the left of", place="river", companions=("boat",)
        ),
        subject="elephant, animal | rhino, cow, girl",
        colour="gray | pink, brown, green",
        count="three | five, two, one",
        place="river | desert, stadium, living room",
        relation="to the left of | to the right of, on, below",
        pose="drinking | dancing, sitting, kneeling",
        object="boat | crocodile, tent, palm tree",
        absence="refrigerator, penguin, bicycle | boat, elephant",
    ),
    _scene(
        "piece of furniture",
        Fields("wooden chair", ("wooden", "standing"), 2, relation="under", place="balcony", companions=("lamp",)),
        subject="chair, furniture | sofa, desk, bed",
        colour=" | blue, red, black",
        count="two | three, four, one",
        place="balcony | forest, bathroom, office",
        relation="under | above, behind, on top of",
        pose="standing | hanging, falling, swinging",
        object="lamp | cat, rug, book",
        absence="shark, tractor, camel | lamp, chair",
    ),
)

# {v}: the value; {a}: with its article; {s}: the subject; {is}, {it}: as its number wants; {c}: the companion;
# {where}: a place with its preposition; {Xs}: several of the subject
FRAMES: dict[str, tuple[str, ...]] = {
    "subject": (
        "What is in the picture? >> The picture shows {a}.",
        "Describe the image. >> {A} can be seen in this image.",
        "What is the main subject? >> {A}.",
        "Is this {a}? >> Yes, it is.",
        "What do you see here? >> This is a picture of {a}.",
        "What do you notice first? >> The first thing that catches the eye is {a}.",
    ),
    "colour": (
        "What color is the {s}? >> {V}.",
        "Describe the {s}. >> The {s} in the picture is {v}.",
        "What can you tell me about the image? >> It shows the {v} {s}.",
        "Is the {s} {v}? >> Yes, the {s} is {v}.",
        "What stands out? >> The {v} color of the {s} is clearly visible.",
        "Tell me about the {s}. >> The color of the {s} is {v}.",
    ),
    "count": (
        "How many {s_s} are there? >> {V}.",
        "What does the image show? >> The image shows {v} {S}.",
        "Count the {s_s}. >> There {be} {v} {S} in the picture.",
        "Does the picture show {v} {S}? >> Yes, it does.",
        "Is it true that there {be} {v} {S}? >> Yes.",
    ),
    "place": (
        "Where is the {s}? >> The {s} {is} {where}.",
        "What is the setting? >> {Where}.",
        "Describe the scene. >> The {s} can be seen {where}.",
        "Is the {s} {where}? >> Yes.",
        "What surrounds the {s}? >> The background shows {a}.",
        "Where can the {s} be found? >> The {s} can be found {where}.",
    ),
    "relation": (
        "Where is the {s}? >> The {s} {is} {v} the {c}.",
        "How are they arranged? >> {V} the {c}, there {is} the {s}.",
        "Is the {s} {v} the {c}? >> Yes, it is.",
        "Describe the picture. >> The picture shows the {s} {v} the {c}.",
        "What is going on? >> We see the {s}. The {s} {is} {v} the {c}.",
    ),
    "pose": (
        "What is the {s} doing? >> The {s} {is} {v}.",
        "Describe the picture. >> The image shows {a_s} {v}.",
        "Is the {s} {v}? >> Yes, it is {v}.",
        "What can be said about the {s}? >> It appears to be {v}.",
        "What do you notice about the {v} {s}? >> It is easy to recognize.",
        "What do you see? >> I can see the {s} {v}.",
    ),
    "object": (
        "What else is there? >> There is also {a}.",
        "Describe the image. >> The {s} {is} shown with {a}.",
        "Is there {a}? >> Yes, there is.",
        "What is in the background? >> {A} can be seen in the background.",
        "What can you see next to the {v}? >> The {s}.",
        "Describe the image in detail. >> The {s} can be seen. I also notice {a}.",
    ),
    "absence": (
        "Is there {a} in the picture? >> No, there is no {v}.",
        "Do you see {a}? >> No.",
        "What is missing? >> There is no {v} in the image.",
        "Describe the picture. >> The image shows the {s} without {a}.",
        "Can you see the {v}? >> The picture does not show {a}.",
        "Is {a} visible? >> No, {a} is not visible.",
        "What color is the {v}? >> There isn't any {v} here.",
    ),
}
HELD_OUT: dict[str, tuple[str, ...]] = {
    "subject": (
        "Give me a caption. >> {A}, shown from close up.",
        "What has been captured here? >> What we are looking at is clearly {a}.",
        "Summarize the picture. >> At the heart of the image is {a}.",
        "What would you call this? >> I would call it {a}.",
    ),
    "colour": (
        "What does the {s} look like? >> It has a {v} color.",
        "Tell me about the {s}. >> Its color is {v}.",
        "Write a caption. >> A picture of the {s}, which is {v}.",
        "Which color dominates the {s}? >> The {s} is mainly {v}.",
    ),
    "count": (
        "What is depicted? >> In this image you can count {v} {S}.",
        "Give a short description. >> {V} {S} {be} the focus of the image.",
        "What is the number of {s_s}? >> The number of {s_s} is {v}.",
    ),
    "place": (
        "What kind of location is this? >> This picture is set {where}.",
        "Write a caption. >> The {s} {where}.",
        "In what place is the {s}? >> It looks like {a}.",
        "Tell me about the environment. >> The whole scene takes place {where}.",
    ),
    "relation": (
        "Describe how the objects are arranged. >> One can see that the {s} {is} positioned {v} the {c}.",
        "What is {v} the {c}? >> The {s}.",
        "Write a caption. >> The {s}, {v} the {c}.",
    ),
    "pose": (
        "Tell me more about the {s}. >> You can see it {v} there.",
        "Write a caption. >> A picture of the {s}, {v}.",
        "What is happening? >> In this scene, the {s} {is} {v}.",
        "How is the {s} shown? >> The {s} {is} shown {v}.",
    ),
    "object": (
        "Write a caption. >> The {s} and {a}.",
        "What accompanies the {s}? >> Near it, {a} has been placed.",
        "Anything else worth noting? >> Yes, {a} is visible as well.",
        "Where is the {v}? >> It is near the {s}.",
    ),
    "absence": (
        "Anything else worth noting? >> {A} is nowhere to be seen.",
        "Does the image contain {a}? >> It doesn't.",
        "What about {a}? >> No {v} appears in this picture.",
        "Is {a} part of the scene? >> No, you won't find any {v} here.",
    ),
}


def _fill(frame: str, kind: str, value: str, scene: Scene) -> Turn:
    fields = scene.fields
    head = fields.subject.removeprefix(f"{fields.attributes[0]} ")
    many = fields.count > 1
    one = kind == "count" and value == "one"
    blanks = {
        "v": value,
        "V": value.capitalize(),
        "a": value if kind in ("colour", "pose") else with_article(value),
        "s": plural(head) if many else head,
        "s_s": plural(head),
        "S": head if one else plural(head),
        "be": "is" if one else "are",
        "is": "are" if many else "is",
        "a_s": plural(head) if many else with_article(head),
        "c": fields.companions[0],
        "where": where(value),
    }
    blanks |= {"A": blanks["a"].capitalize(), "Where": blanks["where"].capitalize()}
    question, answer = frame.format(**blanks).split(" >> ")
    return Turn(question, answer[0].upper() + answer[1:])


def planted(kind: str, true: bool, frames: Mapping[str, tuple[str, ...]], most: int) -> Iterator[Planted]:
    """Statements of one type, at most so many; absence in an open world is false whatever is there."""
    rows = [
        (_fill(frame, kind, value, scene), scene, CLOSED if kind == "absence" and true else OPEN)
        for scene in SCENES
        for value, frame in product(scene.words[kind][not true], frames[kind])
    ]
    step = next(n for n in (101, 103, 107, 109) if len(rows) % n)  # through all scenes, however few are wanted
    for turn, scene, known in islice((rows[i * step % len(rows)] for i in range(len(rows))), most):
        yield Planted(kind, true, turn, Prompt("", scene.fields, compile_text(scene.fields)), known, scene.noun)


KINDS = tuple(FRAMES)
EXTRAS = ("dog", "tree", "bird", "bicycle", "person", "ball", "cloud", "house", "flower", "cup")
"""What a diffusion model may well have put into a picture unasked."""


def unasked(frames: Mapping[str, tuple[str, ...]]) -> Iterator[Planted]:
    """Absences of things that were planted into the picture, which an open world must not let pass."""
    for scene, extra, frame in product(SCENES, EXTRAS, frames["absence"]):
        prompt = Prompt("", scene.fields, compile_text(scene.fields))
        yield Planted("absence", False, _fill(frame, "absence", extra, scene), prompt, OPEN, scene.noun)
