"""The table of vehicles."""

from synthgen.renderer.sketch.drawing import Drawing
from synthgen.renderer.sketch.subjects import aircraft, boats, cycles, machines, ships
from synthgen.renderer.sketch.subjects.carriages import Carriage, bus, carriage, school_bus
from synthgen.renderer.sketch.subjects.cars import CARS, car
from synthgen.renderer.sketch.subjects.locomotive import locomotive
from synthgen.renderer.sketch.subjects.materials import Painter
from synthgen.renderer.sketch.subjects.trucks import TRUCKS, truck
from synthgen.renderer.sketch.subjects.vans import VANS, van

ROADS = ("city street", "highway", "city", "village", "countryside")
WORKS = ("construction site", "city street", "highway")
TRACKS = ("railway", "train station", "countryside", "city")


def _car(name: str, size: float) -> Drawing:
    spec = CARS[name]
    return Drawing(car(spec), spec.length + 3, 70, size, colour=spec.natural, places=ROADS)


def _truck(name: str, size: float = 0.38, places: tuple[str, ...] = ROADS, width: float = 152) -> Drawing:
    spec = TRUCKS[name]
    return Drawing(truck(spec), width, 88, size, colour=spec.natural, places=places)


def _van(name: str) -> Drawing:
    return Drawing(van(VANS[name]), 148, 88, 0.4, colour=VANS[name].natural, places=ROADS)


def _bus(paint: Painter, colour: str, size: float = 0.36) -> Drawing:
    return Drawing(paint, 154, 94, size, colour=colour, places=ROADS)


def _rail(spec: Carriage, size: float, *places: str) -> Drawing:
    return Drawing(carriage(spec), 172, 90, size, colour=spec.natural, places=places)


def _boat(paint: Painter, width: float, height: float, size: float, colour: str, *places: str) -> Drawing:
    return Drawing(paint, width, height, size, rests="water", colour=colour, places=places)


def _flying(paint: Painter, width: float, height: float, size: float, colour: str, *places: str) -> Drawing:
    return Drawing(paint, width, height, size, rests="air", colour=colour, places=places or ("sky", "mountains"))


VEHICLES: dict[str, Drawing] = {
    "car": _car("car", 0.36),
    "taxi": _car("taxi", 0.4),
    "police car": _car("police car", 0.4),
    "sports car": _car("sports car", 0.32),
    "convertible": _car("convertible", 0.36),
    "jeep": _car("jeep", 0.4),
    "limousine": _car("limousine", 0.24),
    "pickup truck": _car("pickup truck", 0.36),
    "monster truck": _car("monster truck", 0.42),
    "truck": _truck("truck"),
    "dump truck": _truck("dump truck", places=WORKS),
    "garbage truck": _truck("garbage truck"),
    "cement mixer truck": _truck("cement mixer truck", places=WORKS),
    "fire truck": _truck("fire truck"),
    "tow truck": _truck("tow truck"),
    "snowplow": _truck("snowplow", 0.36, ("snowy mountains", "highway"), 190),
    "tanker truck": _truck("tanker truck"),
    "van": _van("van"),
    "minivan": _van("minivan"),
    "delivery van": _van("delivery van"),
    "ambulance": _van("ambulance"),
    "ice cream truck": _van("ice cream truck"),
    "camper van": _van("camper van"),
    "bus": _bus(bus("green"), "green"),
    "double-decker bus": _bus(bus("red", decks=2), "red", 0.5),
    "school bus": _bus(school_bus, "yellow"),
    "tram": _rail(Carriage("red", "flat", pantograph=True), 0.36, "city street", "city"),
    "subway": _rail(Carriage("silver", "flat", doors=(20, 60, 100)), 0.32, "train station", "railway"),
    "train": _rail(Carriage("blue", doors=(23, 95), joint=72), 0.34, *TRACKS),
    "high-speed train": _rail(Carriage("white", "long", doors=(30,)), 0.32, *TRACKS),
    "bicycle": Drawing(cycles.bicycle, 124, 82, 0.42, colour="red", places=("park", *ROADS)),
    "rickshaw": Drawing(cycles.rickshaw, 160, 90, 0.42, colour="red", places=("city street", "village")),
    "motorcycle": Drawing(cycles.motorcycle, 130, 84, 0.42, colour="red", places=("highway", "city street", "garage")),
    "moped": Drawing(cycles.moped, 112, 84, 0.42, colour="turquoise", places=ROADS),
    "kick scooter": Drawing(cycles.kick_scooter, 100, 94, 0.42, colour="pink", places=("park", "playground")),
    "electric scooter": Drawing(
        cycles.electric_scooter, 108, 94, 0.44, colour="black", places=("city street", "city", "park")
    ),
    "tricycle": Drawing(cycles.tricycle, 114, 88, 0.42, colour="red", places=("park", "playground", "garden")),
    "unicycle": Drawing(cycles.unicycle, 80, 102, 0.5, colour="red", places=("park", "stage", "city street")),
    "skateboard": Drawing(cycles.skateboard, 120, 54, 0.24, colour="purple", places=("park", "city street")),
    "wheelchair": Drawing(cycles.wheelchair, 100, 98, 0.5, colour="blue", places=("hallway", "park", "city street")),
    "stroller": Drawing(cycles.stroller, 100, 98, 0.5, colour="pink", places=("park", "city street", "nursery")),
    "sled": Drawing(cycles.sled, 128, 58, 0.3, colour="red", places=("snowy mountains",)),
    "excavator": Drawing(machines.excavator, 148, 98, 0.46, colour="yellow", places=WORKS[:1]),
    "bulldozer": Drawing(machines.bulldozer, 138, 98, 0.46, colour="yellow", places=WORKS[:1]),
    "forklift": Drawing(machines.forklift, 132, 98, 0.48, colour="yellow", places=("garage", "construction site")),
    "road roller": Drawing(machines.road_roller, 136, 98, 0.46, colour="orange", places=WORKS),
    "tractor": Drawing(machines.tractor, 126, 96, 0.46, colour="green", places=("farm", "field", "countryside")),
    "tank": Drawing(machines.tank, 150, 86, 0.38, colour="olive", places=("desert", "field")),
    "snowmobile": Drawing(machines.snowmobile, 146, 80, 0.36, colour="blue", places=("snowy mountains",)),
    "race car": Drawing(machines.race_car, 164, 74, 0.28, colour="red", places=("race track", "highway")),
    "go-kart": Drawing(machines.go_kart, 138, 74, 0.34, colour="red", places=("race track", "park")),
    "golf cart": Drawing(machines.golf_cart, 124, 92, 0.46, colour="white", places=("park", "field")),
    "wagon": Drawing(machines.wagon, 138, 82, 0.38, colour="red", places=("garden", "park", "playground")),
    "wheelbarrow": Drawing(machines.wheelbarrow, 124, 88, 0.42, colour="green", places=("garden", "farm")),
    "steam train": Drawing(locomotive, 162, 98, 0.44, colour="black", places=TRACKS),
    "sailboat": _boat(boats.sailboat, 116, 104, 0.55, "white", "sea", "lake", "ocean"),
    "yacht": _boat(boats.yacht, 180, 80, 0.34, "white", "sea", "harbor", "ocean"),
    "motorboat": _boat(boats.motorboat, 146, 64, 0.3, "red", "lake", "sea", "river"),
    "jet ski": _boat(boats.jet_ski, 140, 72, 0.34, "yellow", "sea", "lake", "ocean"),
    "canoe": _boat(boats.canoe, 144, 62, 0.3, "brown", "river", "lake"),
    "kayak": _boat(boats.kayak, 154, 80, 0.38, "orange", "river", "lake", "sea"),
    "rowboat": _boat(boats.rowboat, 138, 76, 0.36, "blue", "lake", "river"),
    "gondola": _boat(boats.gondola, 160, 92, 0.42, "black", "river", "harbor"),
    "fishing boat": _boat(boats.fishing_boat, 142, 92, 0.48, "blue", "harbor", "sea", "ocean"),
    "raft": _boat(boats.raft, 122, 98, 0.5, "", "ocean", "river", "sea"),
    "cruise ship": _boat(ships.cruise_ship, 180, 90, 0.4, "white", "ocean", "sea", "harbor"),
    "cargo ship": _boat(ships.cargo_ship, 182, 94, 0.4, "red", "ocean", "harbor", "sea"),
    "ferry": _boat(ships.ferry, 168, 90, 0.4, "green", "sea", "harbor", "lake"),
    "tugboat": _boat(ships.tugboat, 134, 92, 0.48, "red", "harbor", "sea"),
    "pirate ship": _boat(ships.pirate_ship, 156, 112, 0.56, "", "ocean", "sea"),
    "submarine": Drawing(
        ships.submarine, 150, 94, 0.42, rests="under water", colour="yellow", places=("underwater", "ocean")
    ),
    "airplane": _flying(aircraft.airplane, 156, 90, 0.4, "white", "sky", "airport"),
    "fighter jet": _flying(aircraft.fighter_jet, 162, 74, 0.32, "gray"),
    "biplane": _flying(aircraft.biplane, 140, 92, 0.44, "red", "sky", "countryside"),
    "glider": _flying(aircraft.glider, 146, 90, 0.4, "white"),
    "helicopter": _flying(aircraft.helicopter, 156, 98, 0.42, "blue", "sky", "city", "mountains"),
    "hot air balloon": _flying(aircraft.hot_air_balloon, 100, 126, 0.6, "", "sky", "countryside", "mountains"),
    "airship": _flying(aircraft.airship, 160, 84, 0.4, "silver", "sky", "city"),
    "rocket": _flying(aircraft.rocket, 80, 132, 0.6, "white", "space", "sky"),
    "space shuttle": _flying(aircraft.space_shuttle, 100, 138, 0.62, "white", "space", "sky"),
    "ufo": _flying(aircraft.ufo, 140, 78, 0.36, "silver", "space", "sky"),
    "drone": _flying(aircraft.drone, 120, 76, 0.36, "white", "sky", "park", "field"),
}
