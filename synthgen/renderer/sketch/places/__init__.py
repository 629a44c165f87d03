"""The places that the renderer can draw: `PLACES`, by name."""

from synthgen.renderer.sketch.drawing import Place
from synthgen.renderer.sketch.places.city import CITY
from synthgen.renderer.sketch.places.clinic import CLINICS
from synthgen.renderer.sketch.places.dining import DINING
from synthgen.renderer.sketch.places.dry import DRY
from synthgen.renderer.sketch.places.grounds import GROUNDS
from synthgen.renderer.sketch.places.home import HOME
from synthgen.renderer.sketch.places.land import LAND
from synthgen.renderer.sketch.places.landmarks import LANDMARKS
from synthgen.renderer.sketch.places.leisure import LEISURE
from synthgen.renderer.sketch.places.rooms import ROOMS
from synthgen.renderer.sketch.places.shops import SHOPS
from synthgen.renderer.sketch.places.sky import SKY
from synthgen.renderer.sketch.places.snow import ICY
from synthgen.renderer.sketch.places.sports import SPORTS
from synthgen.renderer.sketch.places.transit import TRANSIT
from synthgen.renderer.sketch.places.village import VILLAGES
from synthgen.renderer.sketch.places.water import WATER
from synthgen.renderer.sketch.places.woods import WOODS
from synthgen.renderer.sketch.places.work import WORK

PLACES: dict[str, Place] = {
    **CITY,
    **VILLAGES,
    **CLINICS,
    **DINING,
    **ROOMS,
    **DRY,
    **GROUNDS,
    **HOME,
    **ICY,
    **LAND,
    **LANDMARKS,
    **LEISURE,
    **SHOPS,
    **SKY,
    **SPORTS,
    **TRANSIT,
    **WATER,
    **WOODS,
    **WORK,
}
