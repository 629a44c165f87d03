"""Writes synthgen/kit/forms.json: the English words that the rules of synthgen/kit/word_rules.py get wrong.

    python scripts/write_forms.py

It asks `inflect` (a development dependency) for the plurals of the nouns below and of every subject and place in
conf/ability/*.yaml, puts right what inflect gets wrong, and keeps the words that the rules do not reproduce.
"""

import json
from pathlib import Path
from typing import Any, cast

import inflect
from omegaconf import OmegaConf

from synthgen.kit import word_rules

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "synthgen/kit/forms.json"

NOUNS = """
    person man woman child gentleman lady boy girl fireman policeman snowman fisherman businessman mailman postman
    tooth foot goose mouse ox louse calf half leaf loaf thief shelf knife wolf wife life elf hoof scarf dwarf wharf
    roof chef chief cliff reef giraffe handkerchief sheep deer moose bison salmon trout squid shrimp fish goldfish
    jellyfish starfish swordfish clownfish angelfish catfish cuttlefish crayfish aircraft spacecraft hovercraft species
    series bus gas lens iris cactus octopus hippopotamus platypus walrus hibiscus crocus virus campus circus genius
    lotus
    fungus narcissus amaryllis pothos cosmos rhinoceros triceratops canvas atlas compass mattress christmas bias oasis
    axis basis
    crisis tennis trellis clematis oxalis mantis chassis abacus octopus nautilus stylus citrus asparagus
    quiz fez waltz topaz axe ax pickaxe headache cache niche moustache mustache toothache earache quiche avalanche
    stomach monarch loch
    tomato potato mango volcano mosquito tornado buffalo hero echo cargo motto halo domino torpedo embargo
    photo piano kimono taco burrito avocado flamingo gecko dingo poncho tuxedo rhino hippo kangaroo armadillo igloo zoo
    cookie movie hoodie zombie pie tie selfie smoothie brownie genie calorie collie magpie necktie hippie birdie rookie
    prairie bowtie foodie beanie kiwi ski taxi bikini safari alibi emu gnu menu tutu haiku zucchini panini salami sari
    tsunami jacuzzi martini tiramisu bayou caribou
    dress glass cross grass moss mess actress waitress stewardess princess address fortress cypress press boss kiss
    class
    eyelash brush bush harness business necklace vase house rose nose horse moose mongoose cheese
    blouse purse lighthouse greenhouse nurse hose base case course bruise cruise
    prize maze breeze seize bronze trapeze gauze sneeze doze blaze glaze
    shoe toe canoe hoe foe oboe aloe sloe horseshoe tiptoe
    key monkey donkey turkey day toy boy valley chimney jockey trolley jersey kidney lily daisy pansy peony fairy puppy
    passer-by sister-in-law hydra umbrella uniform datum medium bacterium aquarium stadium gymnasium museum mushroom
    index vertex matrix ibex lynx sphinx phoenix box fox mailbox apex hoax
"""

ALTERNATIVES = {
    "cactus": ["cacti", "cactuses"],
    "octopus": ["octopuses", "octopi"],
    "hippopotamus": ["hippopotamuses", "hippopotami"],
    "narcissus": ["narcissi", "narcissuses"],
    "fungus": ["fungi", "funguses"],
    "scarf": ["scarves", "scarfs"],
    "hoof": ["hooves", "hoofs"],
    "dwarf": ["dwarfs", "dwarves"],
    "buffalo": ["buffaloes", "buffalo", "buffalos"],
    "mango": ["mangoes", "mangos"],
    "volcano": ["volcanoes", "volcanos"],
    "flamingo": ["flamingos", "flamingoes"],
    "mosquito": ["mosquitoes", "mosquitos"],
    "tornado": ["tornadoes", "tornados"],
    "cargo": ["cargoes", "cargos"],
    "halo": ["halos", "haloes"],
    "domino": ["dominoes", "dominos"],
    "gecko": ["geckos", "geckoes"],
    "burrito": ["burritos"],
    "tuxedo": ["tuxedos", "tuxedoes"],
    "monarch": ["monarchs"],
    "stomach": ["stomachs"],
    "loch": ["lochs"],
    "thief": ["thieves"],
    "bison": ["bison"],
    "squid": ["squid", "squids"],
    "shrimp": ["shrimp", "shrimps"],
    "fish": ["fish", "fishes"],
    "passer-by": ["passers-by"],
    "sister-in-law": ["sisters-in-law"],
    "stadium": ["stadiums", "stadia"],
    "aquarium": ["aquariums", "aquaria"],
    "handkerchief": ["handkerchiefs"],
    "trellis": ["trellises"],
    "oasis": ["oases"],
    "afro": ["afros"],
    "updo": ["updos"],
    "waltz": ["waltzes"],
    "pothos": ["pothos"],
    "amaryllis": ["amaryllises"],
    "clematis": ["clematises"],
    "oxalis": ["oxalis"],
    "christmas": ["christmases"],
    "triceratops": ["triceratops"],
    "dingo": ["dingoes", "dingos"],
    "roof": ["roofs"],
}
"""What inflect gets wrong, or knows only one of."""

PLURAL_ONLY = """
    jeans trousers pants shorts leggings tights overalls coveralls dungarees pajamas pyjamas clothes khakis slacks
    glasses sunglasses eyeglasses spectacles goggles binoculars headphones scissors pliers tongs tweezers shears
    clippers
    bangs stairs surroundings police cattle suspenders culottes barracks ruins jodhpurs
"""

NO_ARTICLE = """
    hair water snow rain ice fog mist smoke fire sand soil mud grass wood metal gold silver copper steel leather denim
    cotton wool silk velvet lace plastic paper cardboard ink lava coal air space nature scenery weather wheat sunlight
    moonlight lightning thunder darkness traffic furniture jewelry jewellery clothing luggage equipment pottery
    porcelain
    food seafood fruit_juice bread rice pasta spaghetti macaroni ramen sushi sashimi tofu bacon ham beef pork cheese
    butter milk cream
    yogurt honey jam sugar salt flour chocolate popcorn corn broccoli spinach lettuce celery garlic ginger asparagus
    kale
    parsley basil mint algae bamboo ivy lavender moss seaweed coral soup chowder tea coffee juice wine beer lemonade
    soda
    toast cereal oatmeal porridge tempura calamari salsa guacamole hummus ketchup mustard mayonnaise bubblegum candy
    fudge
    toffee taffy caviar meat poultry lasagna risotto couscous curry ravioli gelato sherbet granola dough cutlery glitter
    art graffiti music yoga tennis soccer basketball volleyball hockey golf chess karate judo ballet gymnastics homework
    work make-up makeup confetti foam pointillism cubism impressionism surrealism realism minimalism expressionism anime
    manga origami calligraphy photography embroidery charcoal sepia rock_climbing
    roller_skating ice_skating figure_skating hula_hooping scuba_diving horse_riding bird_watching weight_lifting
    ice_cream cotton_candy candy_floss fried_chicken roast_beef stained_glass low_poly virtual_reality bubble_wrap
""".replace("\n", " ")

IRREGULAR_VERBS = """
    be is being was been | have has having had had | do does doing did done | go goes going went gone
    run runs running ran run | swim swims swimming swam swum | sit sits sitting sat sat | stand stands standing stood
    stood
    lie lies lying lay lain | lay lays laying laid laid | eat eats eating ate eaten | drink drinks drinking drank drunk
    ride rides riding rode ridden | drive drives driving drove driven | fly flies flying flew flown
    sing sings singing sang sung | ring rings ringing rang rung | read reads reading read read
    write writes writing wrote written | draw draws drawing drew drawn | throw throws throwing threw thrown
    catch catches catching caught caught | hold holds holding held held | wear wears wearing wore worn
    sleep sleeps sleeping slept slept | feed feeds feeding fed fed | speak speaks speaking spoke spoken
    teach teaches teaching taught taught | build builds building built built | make makes making made made
    take takes taking took taken | give gives giving gave given | get gets getting got gotten | put puts putting put put
    cut cuts cutting cut cut | hit hits hitting hit hit | set sets setting set set | let lets letting let let
    sweep sweeps sweeping swept swept | weep weeps weeping wept wept | keep keeps keeping kept kept
    leave leaves leaving left left | lead leads leading led led | meet meets meeting met met | see sees seeing saw seen
    sell sells selling sold sold | buy buys buying bought bought | bring brings bringing brought brought
    think thinks thinking thought thought | fight fights fighting fought fought | spin spins spinning spun spun
    swing swings swinging swung swung | hang hangs hanging hung hung | stick sticks sticking stuck stuck
    dig digs digging dug dug | shoot shoots shooting shot shot | shine shines shining shone shone
    rise rises rising rose risen | fall falls falling fell fallen | grow grows growing grew grown
    blow blows blowing blew blown | show shows showing showed shown | sew sews sewing sewed sewn | mow mows mowing
    mowed mown
    break breaks breaking broke broken | steal steals stealing stole stolen | freeze freezes freezing froze frozen
    choose chooses choosing chose chosen | wake wakes waking woke woken | bite bites biting bit bitten
    hide hides hiding hid hidden | slide slides sliding slid slid | kneel kneels kneeling knelt knelt
    bend bends bending bent bent | spread spreads spreading spread spread | shake shakes shaking shook shaken
    tear tears tearing tore torn | wind winds winding wound wound | win wins winning won won
    begin begins beginning began begun | sink sinks sinking sank sunk | weave weaves weaving wove woven
    knit knits knitting knitted knit | find finds finding found found | leap leaps leaping leapt leapt
    spring springs springing sprang sprung | dye dyes dyeing dyed dyed | ski skis skiing skied skied
    panic panics panicking panicked panicked | picnic picnics picnicking picnicked picnicked
    quiz quizzes quizzing quizzed quizzed | unwrap unwraps unwrapping unwrapped unwrapped | dive dives diving dove dived
"""


def nouns() -> list[str]:
    """The words above, and the last word of every subject and place of the abilities."""
    found = dict.fromkeys(NOUNS.split())
    for path in sorted((ROOT / "conf/ability").glob("*.yaml")):
        ability = cast(dict[str, Any], OmegaConf.to_container(OmegaConf.load(path)))
        for group in ability.get("groups", {}).values():
            for phrase in (*group.get("subjects", ()), *group.get("places", ())):
                found[phrase.split()[-1].lower()] = None
    return [noun for noun in found if noun.isascii()]


def compose() -> dict[str, Any]:
    """The content of forms.json."""
    engine = inflect.engine()
    no_article = [name.replace("_", " ") for name in NO_ARTICLE.split()]
    counted = [noun for noun in nouns() if noun not in PLURAL_ONLY.split() and noun not in no_article]
    plurals = {noun: ALTERNATIVES.get(noun) or [engine.plural_noun(noun)] for noun in counted if not is_plural(noun)}
    words = IRREGULAR_VERBS.replace("|", " ").split()
    verbs = {words[i]: words[i + 1 : i + 5] for i in range(0, len(words), 5)}
    return {
        "plurals": {noun: " ".join(several) for noun, several in plurals.items() if not is_regular(noun, several)},
        "verbs": {verb: " ".join(forms) for verb, forms in verbs.items() if word_rules.verb(verb) != tuple(forms)},
        "no_article": sorted(no_article),
        "plural_only": sorted(PLURAL_ONLY.split()),
    }


def is_plural(noun: str) -> bool:
    """Whether a subject like "pancakes" is a plural by the rules; the singulars that look like one are in NOUNS."""
    return noun not in NOUNS.split() and word_rules.singular(noun) != noun


def is_regular(noun: str, several: list[str]) -> bool:
    """Whether the rules find the plural, and the way back."""
    return (
        several == [word_rules.plural(noun)]
        and [word_rules.singular(noun), word_rules.singular(several[0])] == [noun] * 2
    )


if __name__ == "__main__":
    TARGET.write_text(json.dumps(compose(), indent=1, sort_keys=True) + "\n", encoding="utf-8")
