"""What no diffusion model can draw, or should: words for what cannot be seen, letters, contradictions, real persons.

Judged before anything is rendered, on the parts of a prompt that somebody wrote. What passes is no promise of a good
picture.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from synthgen.kit.lexicon import classes
from synthgen.kit.people import CHILDREN
from synthgen.kit.prompt_text import NUMBERS, compile_text
from synthgen.kit.seen import inside
from synthgen.kit.words import content_words
from synthgen.types import Fields

TOKENS = 75
"""What the text encoder of Stable Diffusion (CLIP) takes in; what follows is cut off."""
_LETTERS = re.compile(
    r"""\b(?:text|letters?|lettering|words?|inscriptions?|captions?|subtitles?|logos?|slogans?|watermarks?|signatures?
    |typography|handwriting|name\ ?tags?|speech\ bubbles?|labels?|labell?ed)\b
    | \b(?:sign|banner|poster|shirt|card|note|board|page|screen)s?\ (?:that\ )?(?:says?|saying|reading|reads)\b
    | \b(?:that\ says|which\ says|written|spelling\ out|spelled)\b | ["“”„«»]""",
    re.IGNORECASE | re.VERBOSE,
)
_UNSEEN = re.compile(
    r"""\b(?:sounds?|noises?|silence|smells?|smelling|scents?|scented|aromas?|fragrances?|fragrant|tastes?|tasty
    |flavou?rs?|thoughts?|thinking|ideas?|concepts?|memor(?:y|ies)|remembering|wishes|wishing|hopes?|hoping
    |justice|freedom|democracy|truth|wisdom|knowledge|friendship|invisible|unseen
    |inaudible|melodious|noisy|loud
    |quietly|delicious|over\ time|years?\ (?:ago|later)|later\ on|formerly|used\ to|about\ to|no\ longer|smells?\ like
    |expensive|cheap)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_DENIED = re.compile(r"\b(?:no|not|without|never|nothing|nobody|none|isn't|aren't|lacking|absence)\b", re.IGNORECASE)
_IN_THE_STYLE = re.compile(
    r"\b(?:in\s+the\s+style\s+of|style\s+of|inspired\s+by|painted\s+by|art\s+by|made\s+by|after|by)\s+[A-Z][\w.]+"
)
_ARTISTS = re.compile(
    r"""\b(?:greg\ rutkowski|artgerm|stanley\ lau|wlop|alphonse\ mucha|makoto\ shinkai|hayao\ miyazaki
    |studio\ ghibli|ghibli|banksy|beeple|loish|ilya\ kuvshinov|ross\ tran|rossdraws|james\ jean
    |peter\ mohrbacher|craig\ mullins|alex\ ross|annie\ leibovitz
    |steve\ mccurry|tim\ burton|wes\ anderson|yayoi\ kusama|damien\ hirst|jeff\ koons|takashi\ murakami
    |kaws|david\ hockney|gerhard\ richter|simon\ st[aå]lenhag|thomas\ kinkade|lisa\ frank|zdzis[lł]aw\ beksi[nń]ski
    |h\.?\ ?r\.?\ giger|moebius|norman\ rockwell|pixar|disney|marvel|dreamworks)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_TODAY = tuple(
    name.strip()
    for name in """
    barack obama, michelle obama, donald trump, melania trump, joe biden, kamala harris, hillary clinton, bill
    clinton, vladimir putin, xi jinping, narendra modi, volodymyr zelensky, angela merkel, olaf scholz, emmanuel
    macron, boris johnson, rishi sunak, keir starmer, justin trudeau, recep tayyip erdogan, kim jong un, pope francis,
    dalai lama, greta thunberg, elon musk, jeff bezos, bill gates, mark zuckerberg, steve jobs, tim cook, sam altman,
    jensen huang, taylor swift, beyonce, rihanna, lady gaga, ariana grande, billie eilish, justin bieber, ed sheeran,
    kanye west, kim kardashian, jay z, drake, michael jackson, freddie mercury, david bowie, tom cruise, brad pitt,
    angelina jolie, johnny depp, leonardo dicaprio, scarlett johansson, emma watson, emma stone, natalie portman,
    jennifer lawrence, margot robbie, zendaya, keanu reeves, robert downey jr, chris hemsworth, ryan gosling, ryan
    reynolds, will smith, dwayne johnson, tom hanks, morgan freeman, samuel l jackson, meryl streep, nicole kidman,
    gal gadot, jackie chan, bruce lee, shah rukh khan, cristiano ronaldo, lionel messi, neymar, kylian mbappe, lebron
    james, michael jordan, kobe bryant, serena williams, roger federer, rafael nadal, usain bolt, oprah winfrey, ellen
    degeneres, prince harry, prince william, meghan markle, kate middleton, king charles, queen elizabeth, princess
    diana, marilyn monroe, audrey hepburn, mr beast, pewdiepie, stephen hawking
    """.replace("\n", " ").split(",")
)
"""Those asked for most often; the list of names holds those that history knows."""
_COLOURS = frozenset(("red", "yellow", "green", "blue", "purple", "pink", "brown", "black", "white", "gray", "grey"))
"""Those that name no thing: a coral and a rose have other colors too."""
_NIGHT = re.compile(r"\b(?:night|midnight|moonlight|moonlit|starry|stars)\b")
_DAY = re.compile(r"\b(?:sunny|sunlight|sunlit|daylight|noon|midday|blue sky|sunrise|morning)\b")
_WEATHER = re.compile(
    r"\b(?:rain|rainy|raining|snow|snowy|snowing|fog|foggy|mist|misty|storm|stormy|hail|windy|rainbow)\b"
)
_PHOTO = re.compile(r"\b(?:photo|photograph|photography|photorealistic|dslr|35 ?mm)\b")


def fault(fields: Fields, lettering: bool = False) -> tuple[str, str] | None:
    """(reason, the words that show it) if a prompt should not be rendered, else None.

    `lettering`: letters are what the pictures are about. The encoder's tokens are estimated: about one for seven
    letters of a word, and one for each comma.
    """
    parts = [part for part in _parts(fields) if part]
    for reason, pattern in _patterns(lettering):
        for part in parts:
            if found := pattern.search(part):
                return reason, found[0]
    if name := next((name for part in parts if (name := _person_in(part))), ""):
        return "names a real person", name
    if said := _contradiction(fields):
        return "contradicts itself", said
    text = compile_text(fields)
    if (tokens := estimated_tokens(text)) > TOKENS:
        return "too long for the text encoder", f"about {tokens} tokens, {TOKENS} fit"
    return None


def estimated_tokens(text: str) -> int:
    """About how many tokens CLIP's encoder makes of a prompt; it has no more than a guess without its vocabulary."""
    return sum(-(-len(word) // 7) for word in re.findall(r"\w+", text)) + len(re.findall(r"[^\w\s]+", text))


def _patterns(lettering: bool) -> Iterator[tuple[str, re.Pattern[str]]]:
    if not lettering:
        yield "letters in the picture", _LETTERS
    yield "cannot be seen", _UNSEEN
    yield "cannot draw what is not there", _DENIED
    yield "names an artist", _IN_THE_STYLE
    yield "names an artist", _ARTISTS


def _parts(fields: Fields) -> tuple[str, ...]:
    """Everything that is content."""
    single = (fields.subject, fields.person, fields.age, fields.skin, fields.relation, fields.place, fields.medium)
    return (*single, *fields.attributes, *fields.companions, *fields.light, *fields.quality)


def _contradiction(fields: Fields) -> str:
    """Two parts that exclude each other, or ""."""
    row = content_words(fields.subject)
    colours = {word for word in row if word in _COLOURS}
    others = {word for attribute in fields.attributes for word in content_words(attribute) if word in _COLOURS}
    if colours and others - colours:
        return f"{fields.subject}, {', '.join(sorted(others - colours))}"
    for index, number in enumerate(NUMBERS[1:], start=1):
        if number in fields.subject.lower().split() and fields.count not in (1, index):
            return f"{fields.subject}, {NUMBERS[fields.count] if fields.count < len(NUMBERS) else fields.count}"
    if fields.person in CHILDREN.values() and fields.age:
        return f"{fields.age} {fields.person}"
    light = " ".join(fields.light).lower()
    around = f"{light} {fields.place}".lower()
    if (night := _NIGHT.search(around)) and (day := _DAY.search(around)):
        return f"{night[0]}, {day[0]}"
    if inside(fields.place) == "indoors" and (weather := _WEATHER.search(light)):
        return f"{fields.place}, {weather[0]}"
    if fields.medium and not _PHOTO.search(fields.medium.lower()):
        said = " ".join((*fields.quality, *fields.light)).lower()
        if photo := _PHOTO.search(said):
            return f"{fields.medium}, {photo[0]}"
    return ""


def _person_in(part: str) -> str:
    """The name of a real person in a part of a prompt, or ""."""
    row = re.findall(r"[^\W\d_]+", part.lower())
    for size in (3, 2):
        for start in range(len(row) - size + 1):
            if (name := " ".join(row[start : start + size])) in _known_persons():
                return name
    for first, last in re.findall(r"\b([A-Z][^\W\d_]+) ([A-Z][^\W\d_]+)", part):
        if not classes(first.lower()) and not classes(last.lower()):  # no Polar Bear, no Eiffel Tower
            return f"{first} {last}"
    # "van gogh" is no word of a prompt, but "bush" is
    return part if part.istitle() and part.lower() in _known_persons() else ""


@cache
def _known_persons() -> frozenset[str]:
    """Full names and rare surnames, lower-case."""
    listed = Path(__file__).with_name("person_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for name in (*listed, *_OF_TODAY) if name)
