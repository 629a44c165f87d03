"""Languages that dialogues can be written in: codes (ISO 639-1), names, and which of them are hard to tell apart."""

from types import MappingProxyType

NAMES = MappingProxyType(
    dict(
        pair.strip().split(" ", 1)
        for pair in """
        af Afrikaans, am Amharic, ar Arabic, az Azerbaijani, be Belarusian, bg Bulgarian, bn Bengali, bs Bosnian,
        ca Catalan, cs Czech, cy Welsh, da Danish, de German, el Greek, en English, eo Esperanto, es Spanish,
        et Estonian, eu Basque, fa Persian, fi Finnish, fr French, ga Irish, gl Galician, gu Gujarati, ha Hausa,
        he Hebrew, hi Hindi, hr Croatian, hu Hungarian, hy Armenian, id Indonesian, ig Igbo, is Icelandic, it Italian,
        ja Japanese, jv Javanese, ka Georgian, kk Kazakh, km Khmer, kn Kannada, ko Korean, ky Kyrgyz, lo Lao,
        lt Lithuanian, lv Latvian, mg Malagasy, mk Macedonian, ml Malayalam, mn Mongolian, mr Marathi, ms Malay,
        my Burmese, ne Nepali, nl Dutch, no Norwegian, pa Punjabi, pl Polish, pt Portuguese, ro Romanian, ru Russian,
        si Sinhala, sk Slovak, sl Slovenian, sq Albanian, sr Serbian, sv Swedish, sw Swahili, ta Tamil, te Telugu,
        th Thai, tl Tagalog, tr Turkish, uk Ukrainian, ur Urdu, uz Uzbek, vi Vietnamese, yo Yoruba, zh Chinese,
        zu Zulu
        """.replace("\n", " ").split(",")
    )
)
"""Those among which the classifier of `kit.language` decides."""
_KIN = (
    *("no nb nn da", "id ms jv", "hr bs sr sl", "cs sk", "gl pt", "zh wuu yue"),
    *("az tr", "bg mk", "hi mr ne", "af nl"),
)


def may_be(found: str, language: str) -> bool:
    """Whether a text that the classifier takes for one language may be in another: two sentences of kin look alike."""
    return found == language or any({found, language} <= set(row.split()) for row in _KIN)
