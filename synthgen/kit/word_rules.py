"""How regular English words are inflected, and which sound takes "an". What they get wrong is in forms.json."""

import re

# A vowel that is said like "you" or "one", and a consonant that is said with a vowel first.
_AFTER_A = re.compile(r"uni(?![nmd])|u[bcfkqrst][aeiou]|ufo|eu|ewe|one\b|once\b", re.IGNORECASE)
_AFTER_AN = re.compile(r"(?i:[aeiou]|hour|heir|honest|hono|8|1[18]\b|x-)|[FHLMNRSX](?:[A-Z0-9]|\b)")


def article(word: str) -> str:
    """The article that is said before a word: an hour, a unicorn."""
    return "an" if not _AFTER_A.match(word) and _AFTER_AN.match(word) else "a"


def plural(noun: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh)$", noun):
        return noun + "es"
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"


def singular(noun: str) -> str:
    """The noun itself if it does not look like a plural."""
    if len(noun) < 4:
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if re.search(r"(?:ss|x|ch|sh)es$", noun):
        return noun[:-2]
    return noun[:-1] if re.search(r"[^sui]s$", noun) else noun


def verb(base: str) -> tuple[str, str, str, str]:
    """He ..., ...ing, past, participle. A short vowel before a single last consonant doubles it: hug, hugging."""
    doubled = base + base[-1] if re.fullmatch(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]", base) else base
    ing = base[:-2] + "y" if base.endswith("ie") else re.sub(r"(?<![eoy])e$", "", doubled)
    past = doubled[:-1] if doubled.endswith("e") else re.sub(r"(?<![aeiou])y$", "i", doubled)
    return plural(base), ing + "ing", past + "ed", past + "ed"
