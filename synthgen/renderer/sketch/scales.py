"""How tall things are beside each other: a ball beside a horse is small."""

from collections.abc import Mapping
from types import MappingProxyType

from synthgen.renderer.sketch.subjects import DRAWINGS, PEOPLED, ROOM_OF

METRES: Mapping[str, float] = MappingProxyType(
    {
        name.strip(): metres
        for metres, names in (
            (0.03, "bee | ladybug | snail | spider | butterfly | coin | ring | diamond | earring | dice | key | acorn"),
            (0.06, "mouse | strawberry | cherries | grapes | shell | starfish | egg | leaf | frog | candy"),
            (
                0.1,
                "ball | soccer ball | beach ball | hamster | apple | cup | mug | snowflake | crab | lizard | chameleon",
            ),
            (0.1, "salamander | toad | bat"),
            (0.03, "emerald | ruby | amethyst | topaz | onyx | jade | pearl | pendant"),
            (0.1, "chick | canary | mousetrap | corsage | pen | ink bottle"),
            (0.16, "yarn ball | cardinal | blue jay | goldfish | angelfish"),
            (0.24, "pigeon | dove | bouquet | fruit basket | fruit bowl"),
            (0.34, "raven | seagull | mackerel | hawk | birdhouse | bird cage | soil"),
            (1.3, "marlin | observatory | planet | bark"),
            (0.16, "bird | hedgehog | squirrel | seahorse | fish | clownfish | turtle | bow tie | rubber duck"),
            (0.22, "parrot | teddy bear | tortoise | pillow | crown | vase"),
            (0.3, "cat | rabbit | chicken | duck | rooster | skunk | owl | meerkat | bucket | basket | box"),
            (0.4, "raccoon | beaver | otter | lemur | red panda | turkey | balloon | gift box | backpack | stool"),
            (0.55, "dog | fox | monkey | koala | eagle | swan | penguin | suitcase | chair | drum | crocodile"),
            (0.75, "pig | sheep | goat | wolf | seal | jellyfish | octopus | umbrella | guitar | desk | sofa"),
            (0.9, "cheetah | leopard | panther | chimpanzee | peacock | dining table | bed | flag | lamp | squid"),
            (1.1, "lion | tiger | bear | deer | donkey | kangaroo | flamingo | bicycle | moped | motorcycle | shark"),
            (1.4, "cow | zebra | gorilla | orangutan | panda | walrus | polar bear | snowman | tent | dolphin"),
            (1.7, "horse | unicorn | hippopotamus | rhinoceros | car | wardrobe | door | refrigerator | bookshelf"),
            (2.2, "camel | ostrich | jeep | van | ambulance | tractor | canoe | floor lamp | grandfather clock"),
            (3.0, "elephant | bus | truck | fire truck | helicopter | tram | train | whale | sailboat | stairs"),
            (4.5, "giraffe | airplane | excavator | double-decker bus | traffic light"),
            (8.0, "house | cruise ship | cargo ship | rocket | hot air balloon | airship | pirate ship | moon"),
        )
        for name in names.split("|")
    }
)
"""How tall a thing is, roughly; for what differs from the rest of its room."""
OF_ROOM: Mapping[str, float] = MappingProxyType(
    {"animals": 0.5, "plants": 0.4, "food": 0.12, "vehicles": 1.8, "furniture": 0.9, "objects": 0.5}
)
PERSON, TREE, SMALL = 1.7, 5.0, 0.2
"""Children are small on their canvas already."""
GENTLE = 0.55
"""The power by which differences are drawn: at their true size a ball beside a horse would be a dot."""
LEAST, MOST = 0.32, 1.9
"""Of the main subject's height."""


def metres(name: str) -> float:
    """How tall the thing is in the world."""
    room = ROOM_OF[name]
    if room in PEOPLED:
        return PERSON
    if name in METRES:
        return METRES[name]
    if name.endswith("tree") or name == "weeping willow":
        return TREE
    return SMALL if room == "objects" and DRAWINGS[name].rests == "table" else OF_ROOM.get(room, 1.0)


def beside(name: str, main: str) -> float:
    """The height of a thing beside the main subject, as a share of that one's."""
    ratio: float = (metres(name) / metres(main)) ** GENTLE
    return min(max(ratio, LEAST), MOST)
