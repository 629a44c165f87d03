"""The food that can be drawn, by name."""

from collections.abc import Callable
from dataclasses import replace

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.drawing import Drawing, Look
from synthgen.renderer.sketch.subjects import (
    bakery,
    bowls,
    dishes,
    drinks,
    exotic,
    fruit,
    fruit_cut,
    meals,
    pastry,
    plated,
    platters,
    sweets,
    trinkets,
    vegetables,
)
from synthgen.renderer.sketch.subjects.fruit import Citrus
from synthgen.renderer.sketch.subjects.larder import LARDER
from synthgen.renderer.sketch.subjects.platters import heap

FRUIT = ("kitchen", "market", "dining room", "picnic", "farm", "garden")
VEGETABLE = ("kitchen", "market", "farm", "garden", "picnic")
MEAL = ("restaurant", "kitchen", "dining room", "cafe", "picnic")
SWEET = ("bakery", "cafe", "kitchen", "dining room", "picnic", "restaurant")
BREAD = ("bakery", "kitchen", "cafe", "market", "picnic")
DRINK = ("cafe", "kitchen", "restaurant", "dining room", "picnic", "office")

THREE = ((32, 62, 0), (68, 62, 40), (50, 76, 80))
"""Where large pieces lie on a plate."""

Paint = Callable[[Canvas, Look], None]


def _food(
    paint: Paint,
    places: tuple[str, ...],
    colour: str = "",
    recolours: bool = False,
    size: float = 0.46,
    variants: int = 1,
) -> Drawing:
    return Drawing(
        paint, size=size, rests="table", colour=colour, recolours=recolours, places=places, variants=variants
    )


def _flat(paint: Paint, places: tuple[str, ...], height: float, size: float, width: float = 100) -> Drawing:
    """What lies: wider than high."""
    return Drawing(paint, width, height, size, "table", recolours=False, places=places)


def _fruit(paint: Paint, colour: str, recolours: bool = True, size: float = 0.46) -> Drawing:
    return _food(paint, FRUIT, colour, recolours, size)


def _vegetable(paint: Paint, colour: str, recolours: bool = True, size: float = 0.46) -> Drawing:
    return _food(paint, VEGETABLE, colour, recolours, size)


FOOD: dict[str, Drawing] = {
    **LARDER,
    "apple": _fruit(fruit.apple, "red"),
    "pear": _fruit(fruit.pear, ""),
    "peach": _fruit(fruit.peach, "orange"),
    "apricot": _fruit(fruit.stone_fruit((246, 168, 70), (252, 206, 110), (140, 88, 52), 0.98), "orange"),
    "plum": _fruit(fruit.stone_fruit((98, 44, 112), (246, 200, 90), (164, 104, 60), 1.1), "purple"),
    "orange": _fruit(Citrus((244, 140, 30), (252, 168, 56), leafy=True).paint, "orange"),
    "grapefruit": _fruit(Citrus((248, 188, 84), (240, 104, 98)).paint, "yellow"),
    "lemon": _fruit(Citrus((250, 216, 50), (252, 232, 110), 1.26, True).paint, "yellow"),
    "lime": _fruit(Citrus((98, 174, 56), (176, 218, 110), 1.16, True).paint, "green"),
    "banana": _fruit(fruit.banana, "yellow"),
    "cherries": _fruit(fruit.cherries, "red"),
    "grapes": _fruit(fruit.grapes, "purple", size=0.5),
    "blueberries": _fruit(fruit.berries((72, 84, 170), True), "blue", size=0.42),
    "raspberries": _fruit(fruit.berries((216, 44, 84), False), "red", size=0.42),
    "strawberry": _fruit(fruit.strawberry, "red"),
    "pineapple": _fruit(fruit.pineapple, "yellow", size=0.56),
    "avocado": _fruit(fruit_cut.avocado, "green", False),
    "coconut": _fruit(fruit_cut.coconut, "brown", False),
    "kiwi": _fruit(fruit_cut.kiwi, "green", False),
    "mango": _fruit(fruit_cut.mango, "orange"),
    "melon": _fruit(fruit_cut.melon, "", False),
    "watermelon": _fruit(fruit_cut.watermelon, "red", size=0.42),
    "persimmon": _fruit(fruit_cut.persimmon, "orange"),
    "pomegranate": _fruit(fruit_cut.pomegranate, "red"),
    "olives": _fruit(fruit_cut.olives, ""),
    "fig": _fruit(fruit_cut.fig, "purple", False),
    "dragon fruit": _fruit(fruit_cut.dragon_fruit, "pink", False),
    "papaya": _fruit(fruit_cut.papaya, "orange", False),
    "tomato": _vegetable(vegetables.tomato, "red"),
    "carrot": _vegetable(vegetables.carrot, "orange", size=0.54),
    "broccoli": _vegetable(vegetables.broccoli, "green", False),
    "cauliflower": _vegetable(vegetables.cauliflower, "white", False),
    "corn": _vegetable(vegetables.corn, "yellow", False, 0.52),
    "cucumber": _vegetable(vegetables.cucumber, "green", False, 0.42),
    "eggplant": _vegetable(vegetables.eggplant, "purple"),
    "garlic": _vegetable(vegetables.garlic, "white", False),
    "onion": _vegetable(vegetables.onion, "brown"),
    "peas": _vegetable(vegetables.peas, "green", False, 0.42),
    "bell pepper": _vegetable(vegetables.bell_pepper, "red"),
    "chili pepper": _vegetable(vegetables.chili, "red"),
    "potato": _vegetable(vegetables.potato, "brown", False, 0.42),
    "pumpkin": _vegetable(vegetables.pumpkin, "orange"),
    "radish": _vegetable(vegetables.radish, "pink", size=0.5),
    "lettuce": _vegetable(vegetables.lettuce, "green", False, 0.46),
    "cabbage": _vegetable(vegetables.cabbage, "green", size=0.44),
    "asparagus": _vegetable(vegetables.asparagus, "green", False, 0.5),
    "cake": _food(sweets.cake, SWEET, "pink", True, 0.54),
    "cheesecake": _food(sweets.cheesecake, SWEET, size=0.42),
    "chocolate cake": _food(sweets.chocolate_cake, SWEET, "brown", size=0.44),
    "cupcake": _food(sweets.cupcake, SWEET, "pink", True, 0.48),
    "muffin": _food(sweets.muffin, SWEET, "", size=0.44),
    "donut": _food(sweets.donut, SWEET, "pink", True, 0.44),
    "cookies": _food(sweets.cookies, SWEET, "brown", size=0.42),
    "macarons": _food(pastry.macarons, SWEET, "", True, 0.46),
    "ice cream": _food(sweets.ice_cream, ("beach", "park", "cafe", "kitchen"), "", True, 0.54),
    "popsicle": _food(sweets.popsicle, ("beach", "park", "kitchen", "picnic"), "red", True, 0.5),
    "lollipop": _food(sweets.lollipop, ("park", "kitchen", "market", "studio"), "", True, 0.54),
    "candy": _food(sweets.candy, ("kitchen", "market", "studio"), "red", True, 0.34),
    "chocolate bar": _food(sweets.chocolate_bar, ("kitchen", "office", "picnic", "studio"), "brown", size=0.5),
    "pancakes": _food(pastry.pancakes, SWEET, "", size=0.42),
    "waffles": _flat(plated.waffles, SWEET, 62, 0.3),
    "apple pie": _food(pastry.apple_pie, SWEET, "", size=0.4, variants=3),
    "bread": _food(bakery.bread, BREAD, "brown", size=0.4),
    "toast": _food(bakery.toast, BREAD, "", size=0.44),
    "baguette": replace(_flat(plated.baguette, BREAD, 58, 0.14, 130), colour="brown"),
    "bagel": _food(bakery.bagel, BREAD, "", size=0.42),
    "croissant": _food(bakery.croissant, BREAD, "brown", size=0.36),
    "pretzel": _food(bakery.pretzel, BREAD, "brown", size=0.44),
    "cheese": _food(bakery.cheese, ("kitchen", "market", "picnic", "farm"), "yellow", size=0.4),
    "egg": _food(bakery.eggs, ("kitchen", "farm", "market"), "", True, 0.4),
    "boiled egg": _food(plated.boiled_egg, SWEET[1:], size=0.46),
    "fried egg": _flat(plated.fried_egg, MEAL, 52, 0.24),
    "honey": _food(bakery.honey, ("kitchen", "market", "farm", "picnic"), "gold", size=0.5),
    "hamburger": _food(bakery.burger, MEAL, size=0.44),
    "hot dog": _food(bakery.hot_dog, MEAL, size=0.44),
    "sandwich": _food(bakery.sandwich, MEAL, size=0.42),
    "pizza": _flat(plated.pizza, MEAL, 64, 0.34),
    "taco": _food(dishes.taco, MEAL, size=0.4),
    "burrito": _food(dishes.burrito, MEAL, size=0.46),
    "french fries": _food(dishes.fries, MEAL, "yellow", size=0.5),
    "fried chicken": _food(dishes.drumstick, MEAL, "brown", size=0.42),
    "bacon": replace(_flat(plated.bacon, MEAL, 62, 0.3), colour="red"),
    "sausage": _food(dishes.sausage, MEAL, "brown", size=0.5),
    "steak": _food(dishes.steak, MEAL, "", size=0.5),
    "lobster": _food(dishes.lobster, MEAL, "red", True, 0.5),
    "shrimp": _food(dishes.shrimp, MEAL, "pink", size=0.42),
    "sushi": _food(dishes.sushi, MEAL, size=0.52),
    "dumplings": _food(bowls.dumplings, MEAL, size=0.46),
    "spaghetti": _food(bowls.spaghetti, MEAL, size=0.52),
    "meatballs": _food(bowls.meatballs, MEAL, "brown", size=0.44, variants=4),
    "macaroni": _food(bowls.macaroni, MEAL, "yellow", size=0.42, variants=4),
    "noodle soup": _food(bowls.noodle_soup, MEAL, size=0.5, variants=3),
    "tomato soup": _food(bowls.tomato_soup, MEAL, "red", size=0.5, variants=4),
    "fried rice": _food(bowls.fried_rice, MEAL, size=0.44, variants=4),
    "salad": _food(bowls.salad, MEAL, "green", size=0.44, variants=3),
    "passion fruit": _fruit(exotic.passion_fruit, "purple", False),
    "mangosteen": _fruit(exotic.mangosteen, "", False),
    "rambutan": _fruit(exotic.rambutan, "red", False),
    "lychee": _fruit(exotic.lychee, "red", False),
    "star fruit": _fruit(exotic.star_fruit, "yellow", False),
    "jackfruit": _fruit(exotic.jackfruit, "", False, 0.54),
    "blackberries": _fruit(fruit.berries((62, 44, 82), False), "", False, 0.42),
    "chicken wings": _food(heap(platters.wing), MEAL, size=0.44, variants=2),
    "chicken nuggets": _food(heap(platters.nugget, dip=platters.SAUCE), MEAL, size=0.52, variants=2),
    "chicken tenders": _food(heap(platters.bar(30, 12, platters.CRISP), dip=(240, 190, 70)), MEAL, size=0.44),
    "mozzarella sticks": _food(
        heap(platters.bar(28, 9, platters.GOLD, (252, 246, 226)), dip=platters.SAUCE), MEAL, size=0.44
    ),
    "calamari rings": _food(heap(platters.ring, dip=(250, 244, 220)), MEAL, size=0.44, variants=2),
    "crab cakes": _food(heap(platters.patty((214, 138, 62)), THREE, (250, 244, 220)), MEAL, size=0.42),
    "hash browns": _food(heap(platters.patty((236, 180, 84)), THREE, greens=False), MEAL, size=0.42),
    "fried shrimp": _food(heap(platters.prawn, dip=platters.SAUCE), MEAL, size=0.44, variants=2),
    "tofu": _food(heap(platters.tofu_cube), MEAL, "white", size=0.42),
    "nachos": _food(platters.nachos, MEAL, size=0.54, variants=2),
    "bruschetta": _food(platters.bruschetta, MEAL, size=0.42),
    "omelette": _food(platters.omelette, MEAL, "yellow", size=0.5),
    "grilled vegetables": _food(platters.grilled_vegetables, MEAL, size=0.54),
    "grilled mushrooms": _food(platters.grilled_mushrooms, MEAL, "brown", size=0.44),
    "grilled cheese": _food(platters.grilled_cheese, MEAL, size=0.46),
    "grilled fish": _food(platters.whole_fish((150, 148, 140), True), MEAL, "gray", size=0.54),
    "fried fish": _food(platters.whole_fish((222, 156, 70), False), MEAL, "brown", size=0.54),
    "kebab": _flat(plated.kebab, MEAL, 62, 0.34),
    "lasagna": _food(platters.lasagna, MEAL, size=0.44),
    "shrimp cocktail": _food(meals.shrimp_cocktail, MEAL, size=0.5),
    "clam chowder": _food(meals.chowder, MEAL, size=0.46),
    "mashed potatoes": _food(meals.mash, MEAL, size=0.44, variants=3),
    "curry": _food(meals.curry, MEAL, size=0.46, variants=3),
    "tortilla": _food(meals.tortillas, MEAL, size=0.38),
    "quesadilla": _food(meals.quesadilla, MEAL, size=0.44),
    "roujiamo": _food(meals.roujiamo, MEAL, size=0.42),
    "smoothie": _food(meals.smoothie, DRINK, "pink", True, 0.54),
    "pie slice": _food(meals.wedge_of_pie, SWEET, size=0.38),
    "cotton candy": _food(trinkets.cotton_candy, ("amusement park", "park", "circus"), "pink", True, 0.54),
    "marshmallow": _food(trinkets.marshmallow, SWEET, "white", True, 0.38),
    "popcorn": _food(bowls.popcorn, ("living room", "kitchen", "park", "picnic"), size=0.5),
    "coffee": _food(drinks.coffee, DRINK, "", True, 0.48, 4),
    "tea": _food(drinks.tea, DRINK, "white", size=0.48),
    "milkshake": _food(drinks.milkshake, DRINK, "pink", True, 0.54),
    "orange juice": _food(drinks.glass_of((252, 170, 46), (244, 140, 30)), DRINK, "orange", size=0.5),
    "lemonade": _food(drinks.glass_of((252, 236, 140), (250, 216, 50)), DRINK, "yellow", size=0.5),
    "wine": _food(drinks.wine, DRINK[:4], "red", size=0.5),
    "beer": _food(drinks.beer, DRINK[:4], "gold", size=0.5),
}
