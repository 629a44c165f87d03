"""From prompts to scenes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.renderer.sketch.parse import parse
from synthgen.renderer.sketch.scene import Joke, Scene, Thing, Unknown
from synthgen.renderer.sketch.vocabulary import LEXICON


def things(text: str) -> tuple[Thing, ...]:
    found = parse(text)
    assert isinstance(found, Scene), found
    return found.subjects


@pytest.mark.parametrize(
    "text, thing",
    [
        ("((Yellow-Sunflower)), realistic", Thing("sunflower", "yellow")),
        ("((a grey cat)), 4k", Thing("cat", "gray")),
        ("((car)), red, highly detailed", Thing("car", "red")),
        ("((light blue balloon))", Thing("balloon", "light blue")),
        ("((Red Panda)), vibrant", Thing("red panda")),
        ("((polar bear))", Thing("polar bear")),
        ("((orange)), kitchen", Thing("orange")),
        ("((orange cat))", Thing("cat", "orange")),
        ("((orange orange))", Thing("orange", "orange")),
        ("((violet)), garden", Thing("violet")),
        ("((violet tulip))", Thing("tulip", "violet")),
        ("((wardrobe))", Thing("wardrobe")),
        ("((three red balloons))", Thing("balloon", "red", 3)),
        ("((strawberries))", Thing("strawberry", count=3)),
        ("((puppy)), park", Thing("dog")),
        ("((plane))", Thing("airplane")),
        ("((couch))", Thing("sofa")),
        ("((Fireman)), woman", Thing("firefighter", person="woman")),
        ("((curly red hair)), girl", Thing("curly hair", "red", person="girl")),
        ("((long blonde hair)), woman", Thing("long straight hair", "blonde", person="woman")),
        ("((purple mohawk))", Thing("mohawk", "purple")),
        ("((blue hoodie)), boy", Thing("hoodie", "blue", person="boy")),
        ("((woman wearing a red dress)), garden", Thing("dress", "red", person="woman")),
        ("((top hat)), man", Thing("top hat on somebody", person="man")),
        ("((top hat))", Thing("top hat")),
        ("((dancing)), children", Thing("dancing", count=2, person="child")),
        ("((girl)), park", Thing("somebody", person="girl")),
        ("a watercolor painting of a red fox in a forest", Thing("fox", "red")),
        ("dog, park", Thing("dog")),
    ],
)
def test_the_subject_is_what_the_head_says(text: str, thing: Thing) -> None:
    assert things(text) == (thing,)


@pytest.mark.parametrize(
    "text, word",
    [
        ("((vulture)), forest", "vulture"),
        ("((dog)), glorious quarry", "glorious"),
        ("((quantum cat))", "quantum"),
        ("((red blue car))", "blue"),
        ("((dog house))", "house"),
        ("((seven dogs))", "seven"),
        ("((pink zebra))", "pink"),
        ("((dog)), beach, kitchen", "kitchen"),
        ("((dog)), watercolor, pixel art", "pixel art"),
        ("((red balloon)), pencil sketch", "red"),
        ("((realistic))", "realistic"),
        ("((blonde car))", "blonde"),
        ("((two pancakes))", "2"),
        ("((dog)), riding", "riding"),
        ("((rose)), vase, pot", "pot"),
        ("((dog wearing a hat)), riding a bicycle", "bicycle"),
        ("((dog playing the car))", "car"),
        ("🐶", "🐶"),
        ("((犬)), park", "犬"),
        ("", "nothing"),
        ("(((())))", "nothing"),
        (" ,, ()", "nothing"),
        ("((garden chair)), patio", "garden chair"),
        ("((canopy bed)), bedroom", "canopy bed"),
        ("((desert rose))", "desert rose"),
        ("((cat on a beach chair))", "beach chair"),
        ("((dog park))", "dog park"),
        ("((snow boots))", "snow boots"),
        ("((night owl)), forest", "night owl"),
        ("((neon sofa))", "neon sofa"),
        ("((cat woman))", "cat woman"),
        ("((city girl))", "city girl"),
        ("((man cave))", "man cave"),
        ("((basket of apples)), kitchen", "basket of"),
        ("((cat behind the sofa))", "behind sofa"),
        ("((red car)), blue car", "blue"),
        ("((red car, blue car))", "blue"),
        ("((red car)), blue", "blue"),
        ("((one three cats))", "three"),
        ("((one cats))", "cats"),
        ("((two dogs)), three dogs", "dogs"),
        ("((dog)), two forests", "forests"),
        ("((dog)), red forest", "red"),
        ("((car)), red sunset", "red"),
        ("((dog)), white background", "white"),
        ("((black man))", "black"),
        ("((no dog)), park", "no"),
        ("((dog)), no people", "no"),
        ("((man without a hat))", "without"),
        ("((car)), not red", "not"),
        ("((non-red car))", "non"),
        ("((dog and woman riding a bicycle))", "bicycle"),
        ("((a dog and a cat riding a bicycle))", "bicycle"),
        ("((cat wearing a top hat and a scarf))", "and scarf"),
        ("((woman wearing a red dress and a crown))", "and crown"),
        ("((raining cats and dogs)), city", "and dogs"),
        ("((bald man)), hoodie", "hoodie"),
        ("((four lemons))", "4"),
        ("((dog running on the beach))", "running"),
        ("((kids playing in the park))", "playing"),
        ("((dog)), riding, with a hat", "riding"),
        ("((bird)), blue feathers", "feathers"),
        ("((cats wearing sunglasses))", "sunglasses"),
        ("((fish and chips)), plate", "fish and chips"),
        ("((six dogs)), four cats", "cats"),
        ("((two boys and two boys))", "boys"),
    ],
)
def test_what_cannot_be_drawn_is_named(text: str, word: str) -> None:
    assert parse(text) == Unknown(word)


def test_two_heads_are_two_subjects() -> None:
    both = (Thing("dog"), Thing("cat"))
    assert things("((a dog and a cat)), garden") == both
    assert things("((dog)) and ((cat)), garden") == both
    assert things("((dog)), ((cat)), garden") == both


def test_a_red_car_and_a_blue_car_are_two_cars() -> None:
    both = (Thing("car", "red"), Thing("car", "blue"))
    assert things("((a red car and a blue car)), city street") == both
    assert things("((red car)) and ((blue car))") == both


def test_what_is_said_twice_is_drawn_once() -> None:
    assert parse("((red car)), red, car") == Scene((Thing("car", "red"),))
    assert parse("((two dogs)), dog") == Scene((Thing("dog", count=2),))


def test_as_many_people_are_drawn_as_are_named() -> None:
    women, man = Thing("somebody", count=2, person="woman"), Thing("somebody", person="man")
    assert parse("((two women and a man))") == Scene((women,), (man,))
    assert things("((three women)), beach") == (Thing("somebody", count=3, person="woman"),)
    assert things("((man and woman dancing))") == (Thing("dancing", person="man"), Thing("dancing", person="woman"))
    assert parse("((woman riding a bicycle and a man))") == Scene((Thing("riding a bicycle", person="woman"),), (man,))


def test_a_table_is_set_for_what_is_seen_on_tables_and_stands_beside_chairs() -> None:
    assert parse("((apple)), table") == Scene((Thing("apple"),), table=True)
    assert parse("((tiny elephant on a table))") == Scene((Thing("elephant"),), table=True, joke=Joke("is tiny"))
    assert things("((four chairs and a table))") == (Thing("chair", count=4), Thing("dining table"))
    worn = Scene((Thing("top hat on somebody", person="man"),), (Thing("dining table"),))
    assert parse("((top hat)), man, table") == worn


def test_a_plate_is_a_thing_of_its_own() -> None:
    assert parse("((teapot)), kitchen, plate") == Scene((Thing("teapot"),), (Thing("plate"),), "kitchen")


@pytest.mark.parametrize("text, word", [("((goatee)), woman", "woman"), ("((bushy beard)), girl, park", "girl")])
def test_a_beard_is_drawn_on_a_man_or_not_at_all(text: str, word: str) -> None:
    assert parse(text) == Unknown(word)
    assert isinstance(parse(text.replace(word, "person")), Scene)


def test_a_person_on_a_horse_rides_it() -> None:
    assert parse("((man on a horse)), desert") == Scene((Thing("riding a horse", person="man"),), place="desert")


def test_a_pair_of_sunglasses_is_one_thing_and_a_pair_of_dogs_are_two() -> None:
    assert parse("((pair of sunglasses))") == Scene((Thing("sunglasses"),))
    assert parse("((a pair of dogs))") == Scene((Thing("dog", count=2),))


def test_a_place_may_be_named_with_its_own_colour_and_with_what_grows_there() -> None:
    assert parse("((dog)), green meadow") == Scene((Thing("dog"),), place="meadow")
    assert parse("((cat)), rose garden") == Scene((Thing("cat"),), (Thing("rose"),), place="garden")
    assert parse("((field of tulips))") == Scene((Thing("tulip", count=3),), place="field")


@pytest.mark.parametrize("number, count", [("one", 1), ("two", 2), ("3", 3), ("four", 4), ("five", 5), ("six", 6)])
def test_numbers_up_to_six_are_understood(number: str, count: int) -> None:
    assert things(f"(({number} {'dog' if count == 1 else 'dogs'}))") == (Thing("dog", count=count),)


@pytest.mark.parametrize("text", ["(((dog", "((dog)", "dog))", "((dog", "(dog)", "[dog]", "((ｄｏｇ))", "((dog)) ."])
def test_brackets_that_do_not_match_are_forgiven(text: str) -> None:
    assert things(text) == (Thing("dog"),)


def test_other_keywords_are_companions() -> None:
    found = parse("((apple)), basket, kitchen")
    assert found == Scene((Thing("apple"),), (Thing("basket"),), "kitchen")


def test_a_lone_orange_is_a_fruit_beside_fruit_and_a_colour_beside_a_car() -> None:
    assert parse("((apple)), orange") == Scene((Thing("apple"),), (Thing("orange"),))
    assert parse("((car)), orange") == Scene((Thing("car", "orange"),))


def test_the_kind_of_the_head_says_nothing_new() -> None:
    assert parse("((apple)), fruit, kitchen") == Scene((Thing("apple"),), place="kitchen")
    assert parse("((apple)), fruit knife, kitchen") == Unknown("knife")
    assert parse("((apple)), vegetable") == Unknown("vegetable")


def test_a_place_may_be_the_subject() -> None:
    assert parse("((city at night)), rain") == Scene(place="city at night", light=("rain",))


def test_a_weather_alone_is_shown_in_the_open() -> None:
    assert parse("((rainy day))") == Scene(place="countryside", light=("rain",))


def test_what_a_place_shows_anyway_is_no_companion() -> None:
    assert parse("((hot air balloon)), sky, clouds") == Scene((Thing("hot air balloon"),), place="sky")
    assert parse("((shark)), ocean, underwater") == Scene((Thing("shark"),), place="underwater")


def test_fish_in_the_sea_are_seen_from_below_and_ships_from_above() -> None:
    assert parse("((fish)), ocean") == Scene((Thing("fish"),), place="underwater")
    assert parse("((sailboat)), ocean") == Scene((Thing("sailboat"),), place="ocean")


def test_plants_stand_in_their_vessels() -> None:
    found = parse("((Snake Plant)), hanging basket, realistic")
    assert found == Scene((Thing("snake plant"),), vessel="hanging basket")
    assert parse("((dog)), hanging basket") == Unknown("hanging")


@pytest.mark.parametrize(
    "text, subject, joke",
    [
        ("((penguin driving a car)), city", "penguin", Joke("drives", Thing("car"))),
        ("((giant cat)), city", "cat", Joke("is giant")),
        ("((banana wearing sunglasses))", "banana", Joke("wears", Thing("sunglasses"))),
        ("((rabbit wearing a red top hat))", "rabbit", Joke("wears", Thing("top hat", "red"))),
        ("((octopus playing the guitar))", "octopus", Joke("plays", Thing("guitar"))),
        ("((sofa floating with balloons)), sky", "sofa", Joke("floats")),
        ("((upside-down car)), desert", "car", Joke("is upside down")),
        ("((elephant riding a skateboard))", "elephant", Joke("rides", Thing("skateboard"))),
        ("((dog)), riding, skateboard, city", "dog", Joke("rides", Thing("skateboard"))),
        ("((cat)), wearing a scarf", "cat", Joke("wears", Thing("scarf"))),
        ("((teapot with legs))", "teapot", Joke("has legs")),
        ("((pig with wings))", "pig", Joke("has wings")),
        ("((pig flying in the sky))", "pig", Joke("flies")),
        ("((cat sitting at a table))", "cat", Joke("sits at a table")),
        ("((bear dressed as a chef)), kitchen", "bear", Joke("is dressed as", None, "chef")),
        ("((car made of cheese))", "car", Joke("is made of", None, "cheese")),
        ("((elephant hiding in a teapot))", "elephant", Joke("hides in", Thing("teapot"))),
        ("((cow eating a pizza))", "cow", Joke("eats", Thing("pizza"))),
        ("((dog reading a book))", "dog", Joke("holds", Thing("book"))),
        ("((giraffe walking on two legs))", "giraffe", Joke("stands up")),
        ("((tiny elephant)), kitchen", "elephant", Joke("is tiny")),
        ("((cats falling from the sky)), city", "cat", Joke("rains", Thing("cat", count=3))),
    ],
)
def test_jokes_are_understood(text: str, subject: str, joke: Joke) -> None:
    found = parse(text)
    assert isinstance(found, Scene), found
    assert (found.subjects[0].name, found.joke) == (subject, joke)


def test_one_sits_in_a_bed_and_hides_in_a_basket() -> None:
    bed, basket = parse("((bear in bed))"), parse("((bear in a basket))")
    assert isinstance(bed, Scene) and bed.joke == Joke("rides", Thing("bed"))
    assert isinstance(basket, Scene) and basket.joke == Joke("hides in", Thing("basket"))


def test_a_flat_illustration_is_what_every_picture_is() -> None:
    assert parse("((dog)), park, flat illustration") == Scene((Thing("dog"),), place="park", medium="flat illustration")


def test_raining_cats_is_a_joke_and_raining_is_a_weather() -> None:
    found = parse("((raining cats)), city")
    assert isinstance(found, Scene) and found.joke == Joke("rains", Thing("cat", count=3))
    assert parse("((dog)), raining") == Scene((Thing("dog"),), light=("rain",))


def test_a_wrong_place_needs_no_joke() -> None:
    assert parse("((cow on the moon))") == Scene((Thing("cow"),), place="moon")


def test_people_walk_but_animals_only_stand_in_a_place() -> None:
    assert things("((woman walking in the park))") == (Thing("walking", person="woman"),)
    assert parse("((giraffe walking through a hallway))") == Scene((Thing("giraffe"),), place="hallway")


WORDS = st.sampled_from(sorted(LEXICON))
PROMPTS = st.builds(
    lambda head, rest: f"(({head})), " + ", ".join(rest),
    st.lists(WORDS, min_size=1, max_size=4).map(" ".join),
    st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), max_size=6),
)


@given(st.one_of(st.text(), PROMPTS, st.text(alphabet="((,)) abc-\n🐶é")))
def test_no_text_raises_and_what_is_rejected_has_a_word(text: str) -> None:
    found = parse(text)
    assert isinstance(found, Scene | Unknown)
    if isinstance(found, Unknown) and any(c.isalnum() for c in text):
        assert found.word == found.word.strip()


@pytest.mark.parametrize("word", ["dog", "zorgon", "((", "dog,", "((dog)),", "red", "🐶"])
def test_ten_thousand_words_are_answered(word: str) -> None:
    assert isinstance(parse(f"{word} " * 10_000), Scene | Unknown)


def test_the_colour_of_a_sunset_is_no_fruit() -> None:
    assert parse("((orange sunset)), mountains") == Scene(place="mountains", light=("sunset",))
    assert parse("((white snow)), mountains") == Scene(place="snowy mountains")
    assert parse("((purple sunset))") == Unknown("purple")


def test_a_bouquet_has_the_colour_of_the_flower_that_the_prompt_is_about() -> None:
    found = parse("((pink rose)), bouquet, vase")
    assert isinstance(found, Scene)
    assert Thing("bouquet", "pink") in found.companions
    assert parse("((rose)), bouquet") == Scene((Thing("rose"),), (Thing("bouquet"),))
    assert parse("((pink rose)), white bouquet") == Scene((Thing("rose", "pink"),), (Thing("bouquet", "white"),))


def test_what_a_thing_shows_anyway_is_not_drawn_beside_it() -> None:
    assert parse("((smoothie)), glass") == Scene((Thing("smoothie"),))
    assert parse("((cardinal)), bird, forest") == Scene((Thing("cardinal"),), place="forest")
    assert parse("((kiwi)), glass") == Scene((Thing("kiwi"),), (Thing("glass of water"),))


def test_an_occasion_is_seen_by_its_confetti() -> None:
    assert parse("((ring)), wedding, anniversary") == Scene((Thing("ring"),), light=("confetti",))
