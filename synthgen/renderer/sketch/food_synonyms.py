"""Words for the same food; see synonyms.py."""

from synthgen.renderer.sketch.synonym_rows import rows

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
    melon | cantaloupe | cantaloupe melon
    tangerine | clementine | mandarin
    apple pie | pie
    beet | beetroot
    hot chocolate | hot cocoa | cup of hot chocolate | cup of cocoa
    tart | lemon tart | custard tart
    jam | jar of jam | strawberry jam | jam jar
    mint | mint leaves | mint leaf | sprig of mint
    mustard | mustard bottle
    ketchup | tomato ketchup | ketchup bottle
    salmon | salmon fillet | salmon steak
    pitcher | pitcher of lemonade
    fruit bowl | bowl of fruit
    fruit basket | basket of fruit
    cinnamon | cinnamon stick | cinnamon sticks
    fried chicken | chicken leg | fried chicken leg | chicken drumstick | fried chicken drumstick | drumstick
    chicken wings | buffalo wings
    chicken nuggets | chicken chunks | fried chicken chunks
    mashed potatoes | mashed potato
    calamari rings | calamari | fried calamari
    hash browns | hash brown
    crab cakes | crab cake
    curry | bowl of curry | chicken curry
    clam chowder | bowl of clam chowder
    pie slice | slice of pie | cherry pie
    tofu | tofu cubes | bowl of tofu
    chicken tenders | chicken strips | chicken fingers
    bread | loaf of bread | loaf
    egg | chicken egg
    boiled egg | soft boiled egg
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
    fried shrimp | breaded shrimp | tempura | shrimp tempura
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
    pizza
    honey | jar of honey
    """
)
