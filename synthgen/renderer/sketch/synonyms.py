"""Words for the same thing. In each row the first word that is drawn stands for all words of the row that are not.

A row holds what looks the same to somebody who names a picture: other names (sofa, couch), wider names (tree, oak
tree), and narrower names that no picture here could tell apart (dog, puppy). A vulture is not in the row of the bird:
people would not accept the picture. Plurals need no entry.
"""

from synthgen.renderer.sketch.food_synonyms import FOOD
from synthgen.renderer.sketch.synonym_rows import Rows, rows

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
    goat | mountain goat
    otter | river otter
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
    raven | crow
    blue jay | bluejay | jay
    seagull | gull
    hawk | falcon
    chick | baby chick
    marlin | swordfish | sailfish
    clownfish | clown fish | anemonefish
    angelfish | angel fish
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
    bonsai | bonsai tree
    magnolia | magnolia tree
    cherry blossom tree | cherry blossom | cherry tree | sakura | sakura tree
    aloe vera | aloe
    boston fern | sword fern
    pothos | epipremnum | devils ivy | golden pothos
    tradescantia | wandering jew | wandering dude | inch plant
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
    sailboat | sailing boat | sailing yacht
    rowboat | rowing boat | wooden boat | boat
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
    treasure chest | chest | treasure
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
    chair | dining chair | kitchen chair | wooden chair
    bench | park bench | garden bench | wooden bench
    stool | wooden stool
    bookshelf | wooden bookshelf
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
    gem | gemstone | sapphire
    parasol | beach umbrella | beach parasol
    bracelet | bangle
    locket | heart locket
    ring | diamond ring | engagement ring | wedding ring | wedding band
    bouquet | flower bouquet | bouquet of flowers | wedding bouquet | bridal bouquet | rose bouquet
    corsage | boutonniere
    aluminum foil | aluminium foil | foil | tin foil
    bark | tree bark | tree trunk
    mousetrap | mouse trap | trap
    ink bottle | ink | bottle of ink
    pen | fountain pen
    paper | sheet of paper | letter paper
    birdhouse | bird house | nesting box
    bird cage | birdcage | cage
    table setting | place setting
    soil | dirt
    glass of water | glass | water glass
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
    t shirt | tee shirt | tshirt | tee
    jeans | denim jeans | denim pants
    sweater | jumper | pullover
    sweater vest | knitted vest
    shirt | button up shirt | dress shirt
    flannel shirt | plaid shirt | checkered shirt
    floral shirt | hawaiian shirt | aloha shirt | flowered shirt
    turtleneck | turtleneck sweater
    hoodie | hooded sweatshirt
    tank top | sleeveless shirt
    raincoat | rain jacket | rain coat
    coat | winter coat | overcoat
    parka | anorak
    puffer jacket | down jacket | padded jacket
    puffer vest | down vest | padded vest
    leather jacket | biker jacket | motorcycle jacket
    denim jacket | jean jacket
    varsity jacket | letterman jacket | college jacket
    bomber jacket | jacket
    snowsuit | ski suit
    space suit | spacesuit | astronaut suit
    tracksuit | track suit
    suit | business suit
    tuxedo | dinner jacket
    sweatpants | joggers | jogging pants
    suspenders | braces
    overalls | dungarees
    life jacket | life vest
    safety vest | high visibility vest | hi vis vest | reflective vest
    evening gown | gown
    vest | waistcoat
    cape | superhero cape
    wedding dress | bridal gown | wedding gown
    beanie | woolly hat | knit cap
    bobble hat | pompom hat | pom pom hat
    cap | baseball cap
    bowler hat | bowler
    bucket hat | fishing hat
    sun hat | straw hat
    trapper hat | ushanka
    headband | sweatband
    bandana | bandanna
    visor | sun visor
    chefs hat | chef hat | toque
    graduation cap | mortarboard
    hard hat | construction helmet
    helmet | bike helmet | bicycle helmet
    sleep mask | sleeping mask | eye mask
    nightcap | sleeping cap
    face mask | surgical mask
    tie | necktie
    bow tie | bowtie
    sneakers | trainers | running shoes | sports shoes | gym shoes
    boots | hiking boots | ankle boots
    rain boots | rubber boots | wellingtons | wellies
    slippers | house shoes
    flippers | swim fins
    roller skates | roller blades
    oven mitts | oven gloves
    fanny pack | waist bag | belt bag
    pajamas | pyjamas
    bathrobe | dressing gown
    afro | afro hair
    bald head | bald | shaved head
    bob cut | bob | bob haircut | bob hair
    bun | hair bun | hair in bun
    braids | braided hair | plaits
    dreadlocks | locs | dreads
    afro puffs | hair puffs | afro pigtails
    top knot | topknot | man bun
    space buns | double buns
    faux hawk | fauxhawk
    crew cut | crewcut
    flat top | flattop
    curtain bangs | curtain fringe
    side-swept bangs | side-swept fringe | swept bangs
    slicked-back hair | slicked hair
    frizzy hair | frizz
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
    doing push ups | push ups | doing pushups | exercising | working out
    doing handstand | doing handstands
    doing cartwheel | doing cartwheels
    lifting weights | weightlifting | weight lifting
    playing guitar | playing musical instrument | playing musical instruments
    running | jogging
    drumming | playing drums | playing drum
    walking tightrope | walking on tightrope | tightrope walking
    building with blocks | playing with blocks | playing with building blocks
    pushing shopping cart | shopping | grocery shopping
    feeding dog | feeding pet
    building sandcastle | making sandcastle
    using virtual reality headset | experiencing virtual reality
    playing chess | playing board games | playing board game
    playing cards | playing card games
    playing frisbee | throwing frisbee | catching frisbee
    doing science experiment | doing science experiments
    hugging teddy bear | cuddling teddy bear
    walking dog | walking her dog | walking his dog
    blowing out candles | blowing out birthday candles
    texting | using smartphone | using phone
    rock climbing | climbing
    opening gift | opening present | unwrapping gift
    brushing teeth | brushing her teeth | brushing his teeth
    reading | reading book
    crying | weeping
    cooking on barbecue | grilling | barbecuing
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
