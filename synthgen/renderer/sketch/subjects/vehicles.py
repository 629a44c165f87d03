"""The table of vehicles."""

from synthgen.renderer.sketch.drawing import Drawing
from synthgen.renderer.sketch.subjects.cars import (
    Car,
    car,
    cargo_bed,
    long_windows,
    monster,
    monster_frame,
    offroad,
    police,
    seats,
    spare_wheel,
    spoiler,
    taxi,
)

ROADS = ("city street", "highway", "city", "village", "countryside")

VEHICLES: dict[str, Drawing] = {
    "car": Drawing(car(Car()), 140, 70, 0.36, colour="red", places=ROADS),
    "taxi": Drawing(car(Car("yellow", extra=taxi)), 140, 70, 0.38, colour="yellow", places=ROADS),
    "police car": Drawing(car(Car("black", extra=police)), 140, 70, 0.38, colour="black", places=ROADS),
    "sports car": Drawing(
        car(
            Car(
                "red",
                roof=17,
                belt=33,
                cabin=(30, 50, 72, 104),
                pillars=(60,),
                doors=(60, 94),
                drop=8,
                extra=spoiler,
            )
        ),
        140,
        70,
        0.3,
        colour="red",
        places=ROADS,
    ),
    "convertible": Drawing(car(Car("blue", cabin=None, behind=seats)), 140, 70, 0.32, colour="blue", places=ROADS),
    "jeep": Drawing(
        car(
            Car(
                "olive",
                length=132,
                cabin=None,
                doors=(56, 92),
                wheels=(30, 104),
                radius=14,
                drop=2,
                behind=offroad,
                extra=spare_wheel,
            )
        ),
        134,
        70,
        0.4,
        colour="olive",
        places=ROADS,
    ),
    "limousine": Drawing(
        car(
            Car(
                "black",
                length=210,
                cabin=(20, 34, 150, 174),
                pillars=(56, 80, 104, 128),
                doors=(56, 104, 128, 160),
                wheels=(32, 180),
                extra=long_windows,
            )
        ),
        212,
        70,
        0.28,
        colour="black",
        places=ROADS,
    ),
    "pickup truck": Drawing(
        car(
            Car(
                "blue",
                cabin=(54, 58, 88, 106),
                pillars=(74,),
                doors=(57, 94),
                drop=3,
                extra=cargo_bed,
            )
        ),
        140,
        70,
        0.36,
        colour="blue",
        places=ROADS,
    ),
    "monster truck": Drawing(
        car(
            Car(
                "purple",
                roof=2,
                belt=17,
                sill=36,
                cabin=(52, 56, 84, 102),
                pillars=(71,),
                doors=(55, 92),
                drop=2,
                wheels=(32, 108),
                radius=21,
                behind=monster_frame,
                extra=monster,
            )
        ),
        140,
        70,
        0.42,
        colour="purple",
        places=ROADS,
    ),
}
