"""Short dialogues in eight languages: what a writer replies that forgets which one it was asked for."""

from random import Random

from synthgen.types import Turn

_QUESTIONS = {
    "de": ("Was ist auf dem Bild zu sehen?", "Beschreibe das Bild kurz.", "Wo befindet sich das Tier?"),
    "fr": ("Que voit-on sur cette image ?", "Décris brièvement l'image.", "Où se trouve l'animal ?"),
    "es": ("¿Qué se ve en la imagen?", "Describe brevemente la imagen.", "¿Dónde está el animal?"),
    "it": ("Che cosa si vede nell'immagine?", "Descrivi brevemente l'immagine.", "Dove si trova l'animale?"),
    "nl": ("Wat is er op de foto te zien?", "Beschrijf de foto in het kort.", "Waar staat het dier?"),
    "pl": ("Co widać na tym obrazku?", "Opisz krótko ten obrazek.", "Gdzie znajduje się zwierzę?"),
    "ru": ("Что изображено на картинке?", "Кратко опиши картинку.", "Где находится животное?"),
    "zh": ("图片里有什么？", "请简单描述这张图片。", "动物在哪里？"),
}
_ANSWERS = {
    "de": (
        "Auf dem Bild ist ein roter Regenschirm am Strand zu sehen.",
        "Eine Katze sitzt auf einer Bank im Park.",
        "Das Bild zeigt zwei gelbe Boote auf einem ruhigen See.",
        "Hier backt eine ältere Frau in der Küche einen Kuchen.",
        "Es ist ein Aquarell von einem alten Leuchtturm.",
        "Ein Pinguin fährt ein Auto, und das kann kein Pinguin.",
    ),
    "fr": (
        "L'image montre un parapluie rouge sur la plage.",
        "Un chat est assis sur un banc dans le parc.",
        "On voit deux bateaux jaunes sur un lac calme.",
        "Une femme âgée prépare un gâteau dans la cuisine.",
        "C'est une aquarelle d'un vieux phare.",
        "Un pingouin conduit une voiture, ce qu'aucun pingouin ne sait faire.",
    ),
    "es": (
        "La imagen muestra un paraguas rojo en la playa.",
        "Un gato está sentado en un banco del parque.",
        "Se ven dos barcos amarillos en un lago tranquilo.",
        "Una mujer mayor prepara un pastel en la cocina.",
        "Es una acuarela de un viejo faro.",
        "Un pingüino conduce un coche, algo que ningún pingüino sabe hacer.",
    ),
    "it": (
        "L'immagine mostra un ombrello rosso sulla spiaggia.",
        "Un gatto è seduto su una panchina nel parco.",
        "Si vedono due barche gialle su un lago tranquillo.",
        "Una donna anziana prepara una torta in cucina.",
        "È un acquerello di un vecchio faro.",
        "Un pinguino guida una macchina, cosa che nessun pinguino sa fare.",
    ),
    "nl": (
        "Op de foto staat een rode paraplu op het strand.",
        "Een kat zit op een bankje in het park.",
        "Je ziet twee gele boten op een rustig meer.",
        "Een oudere vrouw bakt een taart in de keuken.",
        "Het is een aquarel van een oude vuurtoren.",
        "Een pinguïn bestuurt een auto, en dat kan geen enkele pinguïn.",
    ),
    "pl": (
        "Na obrazku widać czerwony parasol na plaży.",
        "Kot siedzi na ławce w parku.",
        "Widać dwie żółte łodzie na spokojnym jeziorze.",
        "Starsza kobieta piecze ciasto w kuchni.",
        "To akwarela przedstawiająca starą latarnię morską.",
        "Pingwin prowadzi samochód, czego żaden pingwin nie potrafi.",
    ),
    "ru": (
        "На картинке изображён красный зонт на пляже.",
        "Кошка сидит на скамейке в парке.",
        "Видны две жёлтые лодки на спокойном озере.",
        "Пожилая женщина печёт пирог на кухне.",
        "Это акварель со старым маяком.",
        "Пингвин ведёт машину, а этого ни один пингвин не умеет.",
    ),
    "zh": (
        "图片里有一把红色的雨伞，放在沙滩上。",
        "一只猫坐在公园的长椅上。",
        "可以看到两条黄色的小船停在平静的湖面上。",
        "一位年长的女士正在厨房里烤蛋糕。",
        "这是一幅描绘旧灯塔的水彩画。",
        "一只企鹅在开车，而现实中没有企鹅会开车。",
    ),
}


def foreign_turn(rng: Random) -> tuple[str, Turn]:
    """(ISO 639-1 code, a question with one or two sentences that answer it)."""
    language = rng.choice(list(_QUESTIONS))
    said = rng.sample(_ANSWERS[language], rng.choice((1, 2)))
    return language, Turn(rng.choice(_QUESTIONS[language]), ("" if language == "zh" else " ").join(said))
