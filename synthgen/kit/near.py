"""Which words may stand against each other: what a picture shows, and what it surely does not show.

"Is it a car?" has no clear answer before a taxi, and "Is it red?" none before a maroon one.
"""

from collections.abc import Iterable
from functools import lru_cache

from synthgen.kit.words import content_words, names, singular

_NEAR = """
    red maroon orange pink brown | orange yellow gold beige brown | blue navy turquoise purple | green turquoise
    purple pink maroon | gray white silver black navy | white beige yellow | black brown navy | blonde yellow white gray
    red ginger auburn brown black | brown beige maroon
    beach ocean island sea lake harbor coast pond river underwater coral pier lighthouse oasis cliff dam pool | garden
    park meadow farm field countryside greenhouse orchard vineyard playground backyard balcony | forest jungle woods
    swamp park trail | mountains snowy ski ice hill glacier cave canyon volcano | desert savanna canyon outback
    pyramids moon dune oasis | city street village market downtown highway bridge shop | kitchen cafe restaurant
    bakery dining bar | library bookstore classroom office school | stage theater circus concert | bedroom living room
    hallway hotel attic | stadium arena field court track | space moon sky night planet | sky balcony rooftop airport
    | sketch drawing pencil charcoal ink pastel crayon chalk woodcut linocut copperplate blueprint | oil gouache
    acrylic watercolor fresco wash impressionist painting tapestry | mosaic stained voxel pixel low pointillist |
    cartoon comic anime vector flat illustration | cutout collage origami | photo realistic render | castle church
    ruins haunted pyramids tower | stadium race track | laboratory hospital dental clinic barber | cave mine quarry
    attic garage barn | porch patio balcony house rooftop | kitchen supermarket | zoo park circus amusement | igloo
    snowy ice | parking gas highway airport | afro curly frizzy puffs | braid braids braided dreadlocks cornrows
    twists pigtails | bun buns knot knots topknot | updo beehive pompadour quiff bun | mohawk hawk mullet | buzz crew
    taper undercut | ponytail pigtails half puffs | raincoat parka coat jacket poncho cape trench | kimono bathrobe
    robe toga dress sarong pajamas | helmet hard | apron overalls | gloves mittens mitts | suit snowsuit jumpsuit
    tracksuit tuxedo | crown headband | farmer rancher shepherd gardener beekeeper florist | doctor surgeon dentist
    veterinarian nurse paramedic pharmacist | scientist chemist | chef cook baker butcher | police guard detective
    ranger soldier pilot | judge lawyer professor | clown mime juggler acrobat | diver swimmer | knight fencer soldier
    | magician conductor | astronaut pilot | swimming snorkeling surfing bath shower diving rowing | cooking baking
    chopping pouring eating barbecue washing | sleeping sunbathing meditating camping lying yawning | painting
    sketching writing drawing | fishing rowing canoe | skiing snowboarding sledding skating | lifting push ups sit |
    reading newspaper book | cheese pizza quesadilla nachos lasagna macaroni mozzarella cheesecake hamburger sandwich
    taco burrito bruschetta | carrot vegetables salad soup rice curry broccoli cauliflower chowder ramen | coffee tea
    chocolate cocoa | croissant bread toast baguette pretzel bagel bun | banana bananas smoothie | melon watermelon
    cantaloupe | ice popsicle milkshake smoothie | hamburger fries bacon | sushi fish shrimp rice | rose peony
    camellia hibiscus begonia carnation ranunculus geranium azalea dahlia gardenia | orchid iris lily violet |
    sunflower daisy aster marigold zinnia gerbera dandelion | cactus succulent agave aloe pear saguaro | palm banana
    dracaena coconut paradise fern | pine fir spruce bonsai | bamboo cattail corn wheat lavender | water lotus | cow
    yak bison bull goat | horse zebra donkey pony | crocodile alligator lizard chameleon | parrot toucan macaw
    hummingbird robin sparrow | camel llama alpaca | bear panda koala | butterfly dragonfly bee | shark fish dolphin
    whale orca | crab lobster spider scorpion | penguin seagull | bicycle tricycle unicycle moped | bicycle motorcycle
    scooter rickshaw | train tram subway locomotive cable metro | sailboat ship boat yacht ferry | gondola rowboat
    raft | rocket space spaceship shuttle jet | helicopter airplane drone | snowmobile sled jet | tractor combine
    harvester bulldozer excavator | balloon airship | bus van | sofa armchair loveseat daybed | teapot kettle |
    suitcase backpack briefcase trunk | book notebook | bookshelf shelf cabinet bookcase dresser | throne chair
    armchair | hammock swing | workbench desk table | ladder stairs | refrigerator cupboard freezer | piano organ |
    bathtub sink
"""
_GROUPS: dict[str, set[int]] = {}
"""A word -> the groups that it stands in."""
for _number, _group in enumerate(_NEAR.replace("\n", " ").split("|")):
    for _word in _group.split():
        _GROUPS.setdefault(_word, set()).add(_number)


@lru_cache(maxsize=50_000)
def apart(a: str, b: str) -> bool:
    """Whether nobody who sees one of the two would call it the other: no word, synonym or close neighbour in common."""
    ours, theirs = content_words(a), content_words(b)
    if set().union(*map(names, ours)) & set().union(*map(names, theirs)):
        return False
    if any(_ends(x, y) or _ends(y, x) for x in map(singular, ours) for y in map(singular, theirs)):
        return False
    return _groups(ours).isdisjoint(_groups(theirs))


def _groups(words: Iterable[str]) -> set[int]:
    return set().union(*(_GROUPS.get(word, ()) for word in words))


def _ends(whole: str, part: str) -> bool:
    """Whether one word is made of another: raincoat of coat, but wheelchair not of air, nor juice of ice."""
    return whole.endswith(part) and len(part) > 3
