"""The places that the renderer can draw: `PLACES`, by name."""

from synthgen.renderer.sketch.drawing import Place
from synthgen.renderer.sketch.places.city import CITY
from synthgen.renderer.sketch.places.clinic import CLINICS
from synthgen.renderer.sketch.places.daylight import DAYLIGHT
from synthgen.renderer.sketch.places.dining import DINING
from synthgen.renderer.sketch.places.dry import DRY
from synthgen.renderer.sketch.places.fitted import FITTED
from synthgen.renderer.sketch.places.grounds import GROUNDS
from synthgen.renderer.sketch.places.halls import HALLS
from synthgen.renderer.sketch.places.hollow import HOLLOW
from synthgen.renderer.sketch.places.home import HOME
from synthgen.renderer.sketch.places.land import LAND
from synthgen.renderer.sketch.places.landmarks import LANDMARKS
from synthgen.renderer.sketch.places.leisure import LEISURE
from synthgen.renderer.sketch.places.rooms import ROOMS
from synthgen.renderer.sketch.places.shops import SHOPS
from synthgen.renderer.sketch.places.shores import SHORES
from synthgen.renderer.sketch.places.sky import SKY
from synthgen.renderer.sketch.places.snow import ICY
from synthgen.renderer.sketch.places.sports import SPORTS
from synthgen.renderer.sketch.places.stations import STATIONS
from synthgen.renderer.sketch.places.transit import TRANSIT
from synthgen.renderer.sketch.places.village import VILLAGES
from synthgen.renderer.sketch.places.visit import VISITS
from synthgen.renderer.sketch.places.water import WATER
from synthgen.renderer.sketch.places.wilds import WILDS
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
    **SHORES,
    **SKY,
    **SPORTS,
    **TRANSIT,
    **VISITS,
    **WATER,
    **WILDS,
    **WOODS,
    **WORK,
    **DAYLIGHT,
    **FITTED,
    **HALLS,
    **HOLLOW,
    **STATIONS,
}
