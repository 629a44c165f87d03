"""Words that are no names of drawings: numbers, people, light and mood, verbs, links, and what goes without saying.

Tables are texts: `meaning: word | word`. Words are written without articles and hyphens, as `vocabulary.normal` leaves
them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from synthgen.renderer.sketch.colours import RGB
from synthgen.renderer.sketch.drawing import PersonKind
from synthgen.renderer.sketch.scene import JokeKind


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.split("|"))


def _table(text: str) -> Mapping[str, str]:
    """`meaning: word | word` in each line, turned into word -> meaning."""
    rows = (line.strip().partition(":") for line in text.strip().splitlines())
    return MappingProxyType({word.strip(): meaning.strip() for meaning, _, words in rows for word in words.split("|")})


ARTICLES = frozenset({"a", "an", "the", "some"})
FILLERS = _words(
    "style | painting | drawing | picture | image | photo | photograph | illustration | art | artwork | portrait | view"
    "| scene | background | closeup | close up | colors | colours | color | colour | very | is | are | its | his | her"
    "| fluffy | furry | soft fur | their | snapshot | print | full body | centered | there | on leash"
)
"""Words that say nothing about what is shown."""
MEDIUM_NOUNS = ("style", "painting", "drawing", "illustration", "picture", "art", "print", "artwork")
"""What may follow the name of a medium."""
NUMBERS = _table(
    """
    1: 1 | one | single | lone
    2: two | 2 | pair of | couple of
    3: three | 3 | few
    4: four | 4 | several | group of
    5: five | 5
    6: six | 6 | half dozen
    """
)
MANY = 3
"""How many are drawn of a plural without a number."""
PAIR = "pair of"
"""Says two of most things, and one of what is called by a plural: a pair of sunglasses."""
CLUSTERS = _words(
    "lavender | wheat | bamboo | lily of the valley | jasmine | cattail | clover | ivy | dandelion | thistle"
    "| bluebell | calla lily | mushroom | bacon | kebab | quesadilla | tortilla | tofu | bruschetta | curry"
    "| omelette | hash browns | avocado"
    "| apricot | plum | orange | grapefruit | lemon | lime | coconut | kiwi | mango | melon | fig | papaya"
    "| dragon fruit | tomato | cucumber | onion | garlic | passion fruit | mangosteen | rambutan | lychee"
    "| star fruit | jackfruit | sushi | eucalyptus | grilled cheese | dice | tangerine | quince | cinnamon"
)
"""Drawings that show several: a bunch, a heap, a whole fruit and a half. What they show is not counted."""
PERSONS: Mapping[str, tuple[PersonKind, ...]] = MappingProxyType(
    {
        "man": ("man",),
        "gentleman": ("man",),
        "guy": ("man",),
        "woman": ("woman",),
        "lady": ("woman",),
        "boy": ("boy",),
        "girl": ("girl",),
        "child": ("boy", "girl"),
        "kid": ("boy", "girl"),
        "teenager": ("boy", "girl"),
        "person": ("man", "woman"),
        "adult": ("man", "woman"),
        "female": ("woman",),
        "male": ("man",),
    }
)
"""A word for a person, and who can be drawn for it."""
PEOPLE = _table(
    """
    man: men | gentlemen | guys
    woman: women | ladies
    boy: boys
    girl: girls
    child: children | kids
    teenager: teenagers
    person: people | persons | adults
    """
)
PLAIN_PERSON = "somebody"
"""The drawing of a person of whom no more is said."""
COLOUR_WORDS = _table(
    """
    gray: grey
    gold: golden
    red: scarlet | crimson | ruby red | cherry red
    blue: azure | cobalt blue | royal blue | sapphire blue
    green: emerald green | grass green
    black: jet black
    yellow: lemon yellow | canary yellow
    maroon: burgundy
    cream: ivory
    cyan: aqua
    light blue: sky blue | baby blue
    navy: navy blue
    magenta: hot pink | fuchsia
    dark green: forest green
    """
)
BEHIND_ALL = _words("background | backdrop | scene | view | light | sky")
"""Words whose colour is not that of the subject: a dog before a white background."""
TINTS: Mapping[str, float] = MappingProxyType({"light": 0.45, "pale": 0.5, "pastel": 0.5, "dark": -0.4, "deep": -0.3})
"""A word before a colour, and how much lighter or darker it makes it."""
HAIR_COLOURS: Mapping[str, RGB] = MappingProxyType(
    {
        "blonde": (238, 204, 112),
        "ginger": (220, 118, 50),
        "auburn": (140, 56, 38),
        "brown": (96, 66, 46),
        "red": (210, 54, 36),
        "black": (38, 34, 38),
        "gray": (158, 160, 166),
    }
)
"""Colours that mean something else, or only something, on hair."""
COLOURS_OF_THINGS = frozenset({"brown", "red", "black", "gray"})
"""Those of them that are more than hair."""
COLOURED_PLACES = frozenset(
    (colour, place.strip())
    for colour, places in (
        ("green", "meadow | field | forest | jungle | garden | park | countryside | farm | vineyard | bamboo forest"),
        ("blue", "sky | ocean | lake | river | underwater | swimming pool | pond"),
        ("light blue", "sky | ocean | lake | underwater | swimming pool"),
        ("white", "snowy mountains | ice field | snowy forest"),
        ("gold", "field | beach | desert"),
        ("yellow", "desert"),
        ("orange", "autumn forest"),
        ("black", "space"),
        ("orange", "sunset"),
        ("white", "snow | snowfall"),
    )
    for place in places.split("|")
)
"""Places and the colours that they have anyway, and may be said to have."""
HAIR_COLOUR_WORDS = _table(
    """
    blonde: blond
    brown: brunette
    ginger: strawberry blonde
    """
)
HAIR_ADJECTIVES = _words(
    "long | short | curly | straight | wavy | spiky | shoulder | length | braided | slicked | back"
)
"""Words that may stand before the colour of hair: "long curly red hair"."""

MOODS = _table(
    """
    soft light: morning light | soft | soft lighting | gentle light
    golden hour: golden light
    muted colors: soft colors | muted
    vibrant: vivid | bright colors | vibrant colors | colorful | bright
    dramatic lighting: dramatic | rim light
    cinematic lighting: cinematic | cinematic light
    deep shadows: deep shadow
    volumetric light: volumetric lighting | volumetric | god rays
    dreamy: dream | dreamy light | magical
    shiny: polished | gleaming | sparkly | shining | glossy | dazzling | sparkling
    glowing: glow | luminous | glowing light
    mysterious: mysterious light | spooky | eerie | halloween
    confetti: celebration | celebrating | party | festive | birthday | anniversary | wedding | engagement | marriage
    confetti: prom | graduation | falling confetti
    fog: misty | foggy | mist
    rain: rainy | raining | rainy day
    snow: snowy | snowing | falling snow | snowfall | winter
    sunset: at sunset | dusk
    sunrise: dawn | at sunrise
    night: at night | nighttime
    moonlight: moonlit | moonlit night | full moon
    storm: stormy | thunderstorm | thunder | lightning
    sunny: sunny day | sunshine
    candlelight: candle light
    neon lights: neon light
    : daylight | daytime | day | natural light | ambient light | studio lighting | clear | clean
    : happy | joyful | laughter | cheerful | playful | funny | cute | adorable | humorous | whimsical | absurd | surreal
    : royalty | regal | romance | sci fi | home decor | decor | tropical | new | nice | charming | plain | solid | pure
    : gentle | friendly | graceful | delicate | lush | proud | curious | quiet | bold | neat | sleek | ripe | juicy
    : elegant | beautiful | pretty | lovely | majestic | stylish | fashion | luxury | modern | simple | minimalist
    : peaceful | calm | serene | romantic | cozy | fresh | delicious | tasty | unusual
    : small | little | big | large
    : fine carving | fine carv | 2k | 3k | 5k | 6k | 7k | 10k | 12k | 16k
    """
)
"""Words for light and mood, and the effect that they have; none where a picture can neither show nor miss them."""
MORE_LIGHT = ("glowing", "shiny", "warm light", "cool light", "bright light", "confetti")
"""Effects of lights.py."""
NOUN_LIGHTS = _words(
    "rain | snow | fog | mist | storm | thunder | thunderstorm | lightning | night | dusk | dawn | sunset | sunrise"
    "| moonlight | full moon | sunshine | candlelight | candle light | day | dream | glow | snowfall | neon light"
    "| neon lights | fashion | luxury | halloween | winter | celebration | party | birthday | anniversary | wedding"
    "| engagement | marriage | prom | graduation | confetti | royalty | decor | home decor | rainbow"
)
"""Words for a light that make another thing of the noun after them: a rain coat, a night owl."""
DRAWN_WITH = _words(
    "sketch | pencil | chalk | crayon | charcoal | pastel | pastels | neon | comic | ink | mosaic | blueprint"
    "| chalkboard | polaroid | poster | vector | black and white"
)
"""Words for a medium that do so: a comic book, a neon sign."""
UNDER_THE_SKY = "countryside"
"""The place where the prompt names only a light or a weather."""

VERBS = _table(
    """
    wears: wearing | wears | dressed in
    is dressed as: dressed as | dressed up as | disguised as | working as | as
    rides: riding | rides | riding on | rides on
    on: on | sitting on | sits on | standing on | stands on | on top of | balancing on | perched on
    in: in | inside | inside of | hiding in | peeking out of | sitting in | sits in | bathing in
    with: with
    drives: driving | drives | behind wheel of
    plays: playing | plays
    holds: holding | holds | carrying | carries | reading | reads | using | taking photos with
    eats: eating | eats | licking | biting into
    rains: raining | rain of
    walks: leading
    has a coat of: covered in | covered with | patterned with
    lifts: lifting | lifting up | lifts | carrying on its head
    outgrows: bigger than | larger than | taller than | much bigger than | far bigger than
    is made of: made of | made out of | built of | built from | carved from | carved out of
    """
)
"""Words that need a thing, a role, a material or a place after them, and the joke that they may tell."""
WANTING = _words("wears | rides | drives | plays | holds | eats | rains | is made of | is dressed as")
"""Verbs that are nothing without the thing that they take: playing in the park is not seen."""
STATES = _table(
    """
    is giant: giant | gigantic | huge | enormous | colossal | oversized | towering
    is giant: far too large | far too large for place | much too large | too big
    is giant: bigger than houses | taller than trees
    is tiny: tiny | miniature | minuscule | microscopic | far too small | far too small for place | much too small
    is upside down: upside down | standing on its head | turned upside down | flipped upside down | on its head
    rains: falling from sky | fall from sky | raining from sky | raining down
    stands up: walking on two legs | standing on two legs | on its hind legs | walking on its hind legs
    floats: floating | hovering | levitating | held by balloons | floating with balloons | lifted by balloons
    floats: hanging from balloons | floating away with balloons | tied to balloons | carried by balloons
    flies: flying | flies | soaring | flying through air
    has wings: with wings | has wings | flying with wings | winged
    has wheels: with wheels | on wheels | with wheels instead of legs | rolling on wheels
    is on the ceiling: on ceiling | standing on ceiling | parked on ceiling | upside down on ceiling
    is caged: in bird cage | in birdcage | inside bird cage | sitting in bird cage
    grows on a tree: growing on tree | hanging on tree | growing on trees
    grows in a pot: growing in flower pot | growing in pot | growing from flower pot
    has legs: with legs | has legs | on legs | walking on legs | with human legs | with two legs | running on legs
    sits at a table: sitting at table | sits at table | at table | having tea | having dinner | dining at table
    sits at a table: eating at table | sitting at table like person | having tea party
    """
)
"""Words that tell a joke by themselves."""
ACTS: Mapping[str, tuple[JokeKind, str]] = MappingProxyType(
    {
        "reading": ("holds", "open book"),
        "skateboarding": ("rides", "skateboard"),
        "cycling": ("rides", "bicycle"),
        "driving": ("drives", "car"),
        "taking selfie": ("holds", "smartphone"),
        "taking photos": ("holds", "camera"),
        "taking photo": ("holds", "camera"),
        "texting": ("holds", "smartphone"),
        "gardening": ("holds", "watering can"),
        "painting": ("holds", "paintbrush"),
    }
)
"""What an animal or a thing can be shown to do, without a word for the thing that it takes."""
ACTS_OF_PEOPLE = frozenset({"driving"})
"""Acts that no drawing of a person does."""
RIDING: Mapping[str, str] = MappingProxyType(
    {"horse": "riding a horse", "bicycle": "riding a bicycle", "skateboard": "skateboarding"}
)
"""What a person rides, and the drawing of it."""
LINKS = _words(
    "and | beside | next to | near | together with | accompanied by | by | among | at | of | to | through | over"
    "| across | along | against | in front of | behind | surrounded by | walking through | walking in | walking on"
    "| standing in | standing at | swimming in | floating in | living in"
    "| walking down | growing in | growing on | parked on | parked in | parked at"
    "| lost in | stuck in | squeezing through | waiting at"
)
"""Words between a subject and its place or its company."""
OTHER_THINGS = _words("fish and chips | salt and pepper | bed and breakfast | rock and roll | sun flower | hot rod")
"""What is more than the sum of its words, and not drawn."""
BESIDE = _words("and | beside | next to | near | together with | accompanied by | by | with | among | of")
"""Links after which a thing stands beside another. After the rest only a place can be drawn: not behind a sofa."""
VESSELS = _table(
    """
    pot: pot | flower pot | flowerpot | planter
    vase: vase
    hanging basket: hanging basket | hanging planter | hanging
    window box: window box
    trellis: trellis
    wall: wall | garden wall | brick wall
    """
)
"""What a plant grows in, or up on."""
TABLES = _words("table | on table | wooden table | on wooden table | table top | tabletop | on plate")

SEEN_IN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "city": _words("buildings | skyscrapers | skyline"),
        "city street": _words("buildings | shops | houses | road | street"),
        "city at night": _words("buildings | skyscrapers | skyline | stars | night sky | moon"),
        "beach": _words("sand | ocean | sea | waves | water | palm trees | palm tree"),
        "sunset beach": _words("sand | ocean | sea | waves | water"),
        "ocean": _words("waves | water"),
        "underwater": _words("ocean | sea | seaweed | water"),
        "coral reef": _words("ocean | sea | coral | corals | water"),
        "sky": _words("clouds"),
        "night sky": _words("stars"),
        "space": _words("stars | planets | planet"),
        "forest": _words("trees | woods"),
        "jungle": _words("trees"),
        "autumn forest": _words("trees | leaves | forest"),
        "snowy forest": _words("trees | snow | forest"),
        "bamboo forest": _words("bamboo | forest"),
        "savanna": _words("grass | trees | acacia trees | acacia tree"),
        "desert": _words("sand | dunes | sand dunes | cacti | cactus"),
        "farm": _words("barn | field | fields"),
        "garden": _words("flowers | flower bed"),
        "park": _words("trees | grass"),
        "meadow": _words("flowers | grass | wildflowers"),
        "pond": _words("lily pads | water"),
        "lake": _words("water | mountains | mountain"),
        "river": _words("water | riverbank"),
        "snowy mountains": _words("snow | mountains | mountain"),
        "library": _words("books | bookshelves | bookshelf"),
        "haunted house": _words("moon | full moon"),
        "highway": _words("road"),
        "amusement park": _words("ferris wheel"),
        "ice field": _words("ice | snow | icebergs | iceberg | water"),
    }
)
"""What every picture of a place shows anyway."""
MERGED: Mapping[frozenset[str], str] = MappingProxyType(
    {
        frozenset((one, other)): both
        for one, other, both in (
            ("ocean", "underwater", "underwater"),
            ("ocean", "coral reef", "coral reef"),
            ("underwater", "coral reef", "coral reef"),
            ("ocean", "beach", "beach"),
            ("forest", "snowy mountains", "snowy forest"),
            ("mountains", "snowy mountains", "snowy mountains"),
            ("mountains", "lake", "lake"),
            ("mountains", "countryside", "mountains"),
            ("snowy mountains", "ski slope", "ski slope"),
            ("mountains", "ski slope", "ski slope"),
            ("sky", "night sky", "night sky"),
            ("space", "night sky", "space"),
            ("city", "city street", "city street"),
            ("city", "city at night", "city at night"),
            ("garden", "pond", "pond"),
            ("park", "pond", "pond"),
            ("farm", "field", "farm"),
            ("savanna", "meadow", "savanna"),
        )
    }
)
"""Two places that are one picture."""
FRUIT = _words(
    "apple | apricot | avocado | banana | blueberries | cherries | coconut | dragon fruit | fig | grapefruit | grapes"
    "| kiwi | lemon | lime | mango | melon | orange | papaya | peach | pear | persimmon | pineapple | plum"
    "| pomegranate | quince | raspberries | strawberry | tangerine | watermelon"
)
VEGETABLES = _words(
    "artichoke | asparagus | beet | bell pepper | broccoli | cabbage | carrot | cauliflower | celery | corn | cucumber"
    "| eggplant | garlic | lettuce | onion | peas | potato | pumpkin | radish | spinach | tomato | chili pepper"
    "| zucchini"
)
BIRDS = _words(
    "bird | chicken | duck | eagle | flamingo | ostrich | owl | parrot | peacock | penguin | rooster | swan | turkey"
)
FLOWERS = _words(
    "rose | sunflower | daisy | dandelion | tulip | daffodil | hyacinth | iris | lily | carnation | peony | poppy"
    "| dahlia | chrysanthemum | marigold | zinnia | hibiscus | pansy | violet | lavender | snapdragon | orchid | lotus"
    "| hydrangea | azalea | gardenia | camellia"
)
SHRUBS = _words("hydrangea | azalea | gardenia | camellia | hibiscus | lilac | jasmine | holly | rhododendron")
PARTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "feather": frozenset({"animals"}),
        "shell": frozenset({"animals", "food"}),
        "leaf": frozenset({"plants", "food"}),
    }
)
"""Things that are meant as a part of the subject, beside subjects of these rooms: a bird, blue feathers."""
NATIVE = ("cartoon", "flat illustration")
"""Media that every picture of this renderer is made in anyway."""
COLOURLESS = _words(
    "black and white | pencil sketch | charcoal drawing | sepia | blueprint | chalkboard drawing | ink drawing"
    "| ink wash painting | stone relief | thermal image | woodcut | halftone print | neon art | pop art"
    "| polaroid photo | vintage poster | cubism"
)
"""Media that do not show the colours of things."""
