"""Words for the same thing. In each row the first word that is drawn stands for all words of the row that are not.

A row holds what looks the same to somebody who names a picture: other names (sofa, couch), wider names (tree, oak
tree), and narrower names that no picture here could tell apart (dog, puppy). A raven is not in the row of the bird:
people would not accept the picture. Plurals need no entry.
"""

from collections.abc import Sequence

Rows = Sequence[tuple[str, ...]]


def rows(text: str) -> Rows:
    """`word | word` in each line."""
    return tuple(tuple(word.strip() for word in line.split("|")) for line in text.strip().splitlines())


ANIMALS = rows(
    """
    dog | puppy | doggy | pup | hound
    cat | kitten | kitty | feline | tabby cat | tabby | house cat
    rabbit | bunny | hare | bunny rabbit
    mouse | mice
    bear | grizzly bear | grizzly | bear cub
    panda | giant panda | panda bear
    koala | koala bear
    rhinoceros | rhino
    hippopotamus | hippo
    cow | dairy cow | cattle
    horse | pony | stallion | mare
    sheep | lamb | ewe
    pig | piglet | hog
    donkey | mule
    deer | stag
    raccoon | racoon
    penguin | emperor penguin
    duck | mallard
    rooster | cockerel
    chicken | hen
    parrot | macaw
    eagle | bald eagle
    bird | songbird
    bat | fruit bat
    bee | bumblebee | honeybee | honey bee
    ladybug | ladybird
    butterfly | monarch butterfly | monarch
    turtle | sea turtle
    crocodile | alligator
    frog | tree frog
    killer whale | orca
    shark | great white shark
    starfish | sea star
    orangutan | orang utan
    chimpanzee | chimp
    salamander | fire salamander
    tyrannosaurus | t rex | tyrannosaurus rex
    """
)
PLANTS = rows(
    """
    flower | daisy
    tree | oak tree | oak
    palm tree | palm | coconut palm
    pine tree | pine | fir tree | fir | spruce | conifer
    christmas tree | xmas tree
    maple tree | maple
    weeping willow | willow | willow tree
    birch tree | birch
    cherry blossom tree | cherry blossom | cherry tree | sakura | sakura tree
    aloe vera | aloe
    boston fern | sword fern
    epipremnum | pothos | devils ivy
    gerbera | gerbera daisy | african daisy
    cactus | saguaro | saguaro cactus
    ficus | weeping fig | ficus tree
    rubber plant | rubber tree | rubber fig
    spider plant | ribbon plant
    snake plant | sansevieria
    umbrella plant | schefflera | umbrella tree
    monstera | swiss cheese plant
    daffodil | narcissus
    begonia | wax begonia
    violet | wild violet
    lotus | lotus flower
    water lily | waterlily
    dieffenbachia | dumb cane
    calathea | prayer plant
    mushroom | toadstool | fly agaric
    money tree | pachira
    succulent | echeveria
    poinsettia | christmas star
    calla lily | calla
    wheat | ears of wheat
    """
)
FOOD = rows(
    """
    hamburger | burger | beefburger | cheeseburger
    hot dog | hotdog
    french fries | fries | chips | steak fries
    donut | doughnut
    cookies | cookie | chocolate chip cookies | biscuits
    cherries | cherry
    blueberries | blueberry
    raspberries | raspberry
    blackberries | blackberry
    cranberries | cranberry
    olives | olive
    grapes | grape | bunch of grapes
    peas | pea | pea pod
    macarons | macaron
    meatballs | meatball
    dumplings | dumpling
    ice cream | ice cream cone
    popsicle | ice lolly | ice pop
    corn | sweetcorn | corn cob | ear of corn | corn on the cob | buttered corn
    chili pepper | chili | chilli | hot pepper
    bell pepper | pepper | sweet pepper
    eggplant | aubergine
    zucchini | courgette
    kiwi | kiwi fruit | kiwifruit
    dragon fruit | pitaya | pitahaya
    star fruit | carambola
    passion fruit | passionfruit
    melon | honeydew melon | honeydew
    tangerine | clementine | mandarin
    fried chicken | chicken leg | fried chicken leg | chicken drumstick | fried chicken drumstick | drumstick
    chicken wings | buffalo wings
    chicken nuggets | chicken chunks
    chicken tenders | chicken strips | chicken fingers
    bread | loaf of bread | loaf
    egg | boiled egg | chicken egg
    fried egg | sunny side up egg
    omelette | omelet
    noodle soup | ramen | bowl of ramen | bowl of noodle soup
    spaghetti | pasta | plate of spaghetti
    macaroni | macaroni and cheese | mac and cheese
    salad | green salad | bowl of salad
    sushi | sushi roll
    taco | beef taco
    kebab | shish kebab | kabob
    grilled cheese | grilled cheese sandwich
    fried shrimp | breaded shrimp
    cake | layer cake
    birthday cake | cake with candles
    pancakes | pancake | stack of pancakes
    waffles | waffle
    nachos | tortilla chips
    coffee | cup of coffee | espresso | latte | cappuccino
    tea | cup of tea
    wine | glass of wine
    beer | mug of beer | glass of beer
    milk | glass of milk
    orange juice | glass of orange juice
    lemonade | glass of lemonade
    chocolate bar | chocolate | bar of chocolate
    cotton candy | candy floss
    tomato soup | bowl of tomato soup
    fried rice | bowl of fried rice
    toast | slice of toast
    sausage | bratwurst
    pizza | slice of pizza | pizza slice
    honey | jar of honey
    """
)
VEHICLES = rows(
    """
    car | automobile | sedan
    taxi | cab | taxicab | taxi cab
    police car | patrol car | police cruiser
    sports car | supercar
    convertible | cabriolet | convertible car
    race car | racing car | formula one car | f1 car
    pickup truck | pickup
    truck | lorry | box truck
    fire truck | firetruck | fire engine
    garbage truck | rubbish truck
    snowplow | snow plow
    cement mixer truck | cement mixer | cement truck
    tanker truck | tanker
    van | minivan | delivery van
    camper van | campervan
    bus | city bus | coach
    double decker bus | double decker
    tram | streetcar | trolley
    subway | subway train | metro | metro train | underground train
    train | passenger train
    steam train | steam locomotive | steam engine | locomotive
    high speed train | bullet train
    bicycle | bike | pushbike | mountain bike | road bike
    motorcycle | motorbike
    moped | vespa | motor scooter
    kick scooter | scooter
    electric scooter | e scooter
    go kart | kart
    airplane | plane | aeroplane | passenger plane | airliner | jet
    fighter jet | jet fighter
    helicopter | chopper
    hot air balloon | air balloon
    rocket | space rocket | rocket ship
    ufo | flying saucer | spaceship | spacecraft
    airship | blimp | zeppelin
    sailboat | sailing boat | yacht
    rowboat | rowing boat | wooden boat
    motorboat | speedboat | motor boat
    cruise ship | ocean liner | ship
    cargo ship | container ship
    jet ski | water scooter
    bulldozer | dozer
    excavator | digger
    sled | sledge | sleigh
    stroller | pram | baby carriage
    """
)
FURNITURE = rows(
    """
    sofa | couch | settee
    armchair | accent chair | easy chair
    loveseat | love seat | two seater sofa
    wardrobe | closet | armoire
    chest of drawers | dresser
    bedside table | nightstand | night stand
    bookshelf | bookcase
    bathtub | tub | bath tub
    stairs | staircase | interior stairs
    television | tv | tv set
    refrigerator | fridge
    crib | baby bed | cot
    lamp | table lamp
    floor lamp | standing lamp
    desk | writing desk | computer desk
    office chair | desk chair | swivel chair
    bar stool | barstool
    sink | washbasin | wash basin
    clock | wall clock
    filing cabinet | file cabinet
    rug | carpet
    curtains | drapes
    coat rack | coat stand
    dining table | kitchen table | table
    chair | dining chair
    stove | cooker
    tv stand | tv cabinet
    aquarium | fish tank
    chandelier | crystal chandelier
    vanity table | dressing table | vanity set
    """
)
OBJECTS = rows(
    """
    gift | present | gift box | wrapped gift
    glasses | eyeglasses | spectacles
    guitar | acoustic guitar
    drums | drum | drum kit
    book | open book
    smartphone | phone | cell phone | mobile phone | cellphone
    mug | coffee mug
    cup | teacup | tea cup | coffee cup
    fish bowl | fishbowl | goldfish bowl
    coin | dollar
    ring | diamond ring | engagement ring | wedding ring
    earring | hoop earring
    house | cottage
    seashell | sea shell | shell
    soccer ball | football
    tire | tyre | car tire
    backpack | rucksack | school bag
    suitcase | luggage
    teddy bear | teddy | stuffed bear
    vase | flower vase
    watch | wristwatch | wrist watch
    sunglasses | dark glasses
    handbag | purse
    kite | paper kite
    box | cardboard box
    mailbox | letter box
    television | tv
    """
)
PEOPLE = rows(
    """
    t shirt | tee shirt | tshirt
    jeans | denim jeans | denim pants
    trousers | pants | slacks
    sweater | jumper | pullover
    hoodie | hooded sweatshirt
    raincoat | rain jacket | rain coat
    coat | winter coat | overcoat
    suit | business suit
    evening gown | gown
    vest | waistcoat
    cape | superhero cape
    wedding dress | bridal gown | wedding gown
    beanie | woolly hat | knit cap
    cap | baseball cap
    pajamas | pyjamas
    bathrobe | dressing gown
    afro | afro hair
    bald head | bald | shaved head
    bob cut | bob | bob haircut | bob hair
    bun | hair bun | hair in bun
    braids | braided hair | plaits
    dreadlocks | locs
    long straight hair | long hair | straight hair | hair
    mohawk | mohawk hair
    pigtails | bunches | twin tails
    pixie cut | pixie hair
    bangs | fringe | hair with bangs
    buzz cut | buzzcut
    ponytail | pony tail | hair in ponytail
    curly hair | curls
    spiky hair | spiked hair
    chef | cook
    firefighter | fireman | firewoman | fire fighter
    police officer | policeman | policewoman | cop
    doctor | physician
    scientist | chemist | researcher
    construction worker | builder
    waiter | waitress
    pilot | airline pilot
    artist | painter
    lawyer | attorney
    veterinarian | vet
    flight attendant | stewardess | steward
    mail carrier | mailman | postman | postwoman
    diver | scuba diver
    journalist | reporter
    ballerina | ballet dancer
    guitarist | musician
    magician | illusionist
    riding bicycle | riding bike | cycling | biking
    riding horse | horse riding | horseback riding
    watching television | watching tv
    talking on phone | making phone call | phoning
    taking photo | taking photos | taking pictures | photographing
    taking selfie | taking selfies
    doing yoga | yoga | doing yoga poses | practicing yoga
    doing push ups | push ups | doing pushups
    doing handstand | doing handstands
    doing cartwheel | doing cartwheels
    lifting weights | weightlifting | weight lifting
    playing guitar | playing musical instrument | playing musical instruments
    running | jogging
    walking dog | walking her dog | walking his dog
    blowing out candles | blowing out birthday candles
    texting | using smartphone | using phone
    rock climbing | climbing
    opening gift | opening present | unwrapping gift
    brushing teeth | brushing her teeth | brushing his teeth
    reading | reading book
    crying | weeping
    cooking on barbecue | grilling | barbecuing
    sweeping | cleaning
    painting | painting picture
    kicking ball | playing soccer | playing football
    listening to music | listening
    typing | using laptop | working on laptop | writing on computer
    doing magic trick | performing magic trick
    solving puzzle | doing puzzle
    blow drying hair | drying hair
    """
)
SUBJECTS: Rows = (*ANIMALS, *PLANTS, *FOOD, *VEHICLES, *FURNITURE, *OBJECTS, *PEOPLE)
