"""What no rule tells about words: which say little, which name the same thing, how one stands at a place."""

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOP_WORDS = _set(
    """
    a an the this that these those some any each every no not one
    i you he she it we they me him her us them my your his its our their who whom whose which what
    am is are was were be been being do does did doing done have has had having
    will would can could shall should may might must
    and or but nor so as than then if while
    of in on at to from by with without for into onto over through between among about above below behind
    beside near next against along across around inside outside upon via
    there here very too also just only s t
    """
)
"""Words that a text may lack without losing its subject; s and t are left of "it's" and "don't"."""

LIGHT_VERBS = _set("make take give perform")
"""Verbs that say little where a noun follows; beside do and have, which are stop words."""

COLOURS = _set(
    """
    red orange yellow green blue purple pink brown black white gray grey beige turquoise gold golden silver maroon navy
    teal cyan magenta violet indigo crimson scarlet lavender lilac cream ivory olive khaki tan bronze copper amber ruby
    emerald turquoise burgundy coral peach mint charcoal azure mauve ochre rust blonde blond ginger auburn brunette
    multicolored colorful rainbow
    """
)
"""Words for colors. Some name a material, a fruit or a gem as well."""

_SYNONYM_GROUPS = """
    gold golden | silver silvery | wood wooden | wool woolen woollen | grey gray | blond blonde
    multicolored multicoloured multicolor multicolour | spotted dotted | striped stripy
    tiny small little miniature | giant huge enormous gigantic large big oversized
    rhino rhinoceros | hippo hippopotamus | chimp chimpanzee | kitten kitty | bunny rabbit | ladybug ladybird
    seagull gull | dove pigeon | cow cattle | pig hog | snake serpent
    car automobile | limousine limo | cab taxi taxicab | bike bicycle | motorbike motorcycle | truck lorry
    plane airplane aeroplane | ship vessel | helicopter chopper | streetcar tram trolley | ufo saucer
    spaceship spacecraft | subway metro | rv motorhome camper | train locomotive | skateboard skateboarding
    hamburger burger | donut doughnut | omelette omelet | pasta noodle | eggplant aubergine | zucchini courgette
    chili chilli chile | corn maize | shrimp prawn | pitaya dragonfruit | yogurt yoghurt | barbecue bbq | kebab kabob
    beet beetroot | cilantro coriander | soda pop | mandarin tangerine
    couch sofa settee | cupboard cabinet | wardrobe closet armoire | tv television | fridge refrigerator
    bathtub tub | rug carpet | bookshelf bookcase | crib cot | curtain drape | stove cooker
    trousers pants | sweater jumper pullover | sneaker trainer | spectacles glasses eyeglasses | sunglasses shades
    purse handbag | backpack rucksack | necktie tie | pajamas pyjamas
    braid braided plait plaited | curl curly | wave wavy | spike spiky spiked | bald baldness | fringe bang
    dreadlock dread | beard bearded | mustache moustache | mohawk mohican
    doctor physician | fireman firefighter | policeman policewoman police cop | chef cook | waiter waitress server
    lawyer attorney | programmer coder | soldier troop | sailor seaman | pilot aviator | barber hairdresser hairstylist
    mailman postman | actor actress | journalist reporter | astronaut cosmonaut spaceman | painter artist
    singer vocalist | athlete sportsman sportswoman | photographer cameraman | builder constructor | judge magistrate
    janitor cleaner | stewardess steward | magician wizard sorcerer | carpenter woodworker | mechanic repairman
    man gentleman | woman lady | boy lad | girl lass | child kid | baby infant | king monarch | people crowd
    talk conversation converse speak chat | hug embrace | laugh laughter | meditate meditation | build construct
    photo photograph | phone telephone smartphone cellphone | sunbathe sunbathing | song sing | dancer dance
    jog run | stroll walk | leap jump | weep cry sob | sleep asleep | clap applaud | workout exercise
    laptop computer | gift present | trash garbage rubbish | umbrella parasol | ball sphere
    leaf foliage | flower bloom blossom | daffodil narcissus | sea ocean | woods forest woodland | beach seashore
    mountain mountainous | rainforest jungle | savanna savannah | street road | town city | shop store
    underwater undersea | river stream | farm farmland | cave cavern | night nighttime nocturnal
    sunset dusk sundown | sunrise dawn daybreak | snow snowy | rain rainy | fog foggy mist misty | cloud cloudy
    sun sunny | storm stormy | field meadow | harbor harbour | theater theatre | gym gymnasium | sky skies
    volcano volcanic | ice icy | grass grassy | sand sandy | rock rocky stone stony
    watercolor watercolour | comic cartoon | drawing sketch | pixel pixelated | cubism cubist | abstract abstraction
    impressionism impressionist | surrealism surrealist | anime manga | photorealistic realistic | sculpture statue
"""


def _synonyms(groups: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for group in re.split(r"[|\n]", groups):
        for word in group.split():
            table.setdefault(word, set()).update(other for other in group.split() if other != word)
    return {word: frozenset(others) for word, others in table.items()}


SYNONYMS = _synonyms(_SYNONYM_GROUPS)
"""Words that name the same thing to one who looks at it, and adjectives made of the noun; in both directions.

No families: a husky is a dog, but a dialogue that says "dog" has not named the husky.
"""

PREPOSITIONS = _set(
    """
    of in on at to from by with without for into onto over under through between among about above below behind beside
    near next against along across around inside outside upon amid amidst beneath within as like during
    """
)

THINGS_IN_ING = _set(
    """
    building ceiling clothing crossing drawing earring evening icing king lightning morning painting railing ring spring
    string swing thing wedding wing
    """
)
"""Words in -ing that name a thing when they stand alone."""

MADE_FOR_ING = _set(
    """
    bag basket board boat boot bridge can card carpet chair dress equipment gear glove gown guard hat jacket light lot
    machine pan plant pole pool pot ring rink robe rod room saucer screen shoe shop star stick stone street suit table
    top track willow
    """
)
"""Words that make a thing of an activity before them: "frying pan", "crossing guard"."""

_PLACES = {
    "in the": """forest jungle rainforest desert sky night_sky sea deep_sea open_sea ocean air rain snow fog mist woods
        countryside wilderness outback arctic antarctic mountains snowy_mountains hills clouds wetlands grass wind dark
        background suburbs tropics city""",
    "on the": "savanna savannah moon shore coast tundra steppe prairie seabed seashore horizon plains grasslands ice",
    "on a": """beach farm street road highway driveway path bridge hill hilltop mountain island cliff iceberg glacier
        dune rooftop roof balcony terrace patio porch deck stage runway pier dock boat ship train bus plane planet table
        desk shelf counter bench sofa couch bed windowsill sill court track slope mat plate tray ledge riverbank lawn
        sidewalk raft ranch branch playground campus platform plain grassland ice_field rock rink floor railway trellis
        floe surface treadmill soccer_field football_field baseball_field sports_field""",
    "at a": """airport station stop zoo circus party market fair festival carnival concert wedding resort port harbor
        harbour waterfall school university gate crossroads intersection oasis lighthouse dam site campsite campfire
        window fountain reef stall stand castle barn pool amusement_park theme_park""",
    "by a": "lake pond river stream",
    "in": "space outer_space winter summer autumn spring traffic sunlight moonlight nature mid-air",
    "at": "night sunset sunrise dawn dusk noon midnight sea home work halloween christmas",
    "": "outdoors outside indoors inside underground underwater downtown",
}
WHERE = {name.replace("_", " "): phrase for phrase, names in _PLACES.items() for name in names.split()}
"""How one says where: "on a" (or "an", or nothing before a plural), "in the", or a preposition alone."""

SAID_AS = {
    "ruins": "among ruins",
    "pyramids": "at the pyramids",
    "northern lights": "under the northern lights",
    "water": "in the water",
    "outdoor": "outdoors",
    "indoor": "indoors",
    "mars": "on Mars",
    "antarctica": "in Antarctica",
    "africa": "in Africa",
    "australia": "in Australia",
    "madagascar": "in Madagascar",
}
"""Places that need words of their own."""

AFLOAT = _set(
    """
    boat canoe ferry gondola kayak motorboat raft rowboat rowing sailboat ship ski speedboat tugboat yacht
    lily lotus duck swan goose
    """
)
"""What is on a lake where other things are beside it."""

ODDITIES = _set(
    """
    bigger dressed driving eating falling floating flying growing hiding holding leading lifting made playing reading
    riding sitting walking wearing
    """
)
"""After one of them, or a preposition, a joke says what is odd about its subject."""
