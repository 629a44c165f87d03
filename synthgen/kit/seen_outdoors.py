"""What may be seen in the outdoor places of the embedded renderer, in any of their variants.

A line of the table is a place and its things; words that begin with "+" stand for the groups above it.
"""

from collections.abc import Mapping
from types import MappingProxyType

_GROUPS = {
    "+day": "sky cloud sun sunshine sunlight light daylight horizon air haze shadow ray nature landscape view outdoors",
    "+night": "sky night darkness star moon moonlight light horizon air constellation glow shadow nature landscape",
    "+land": """ground earth land soil dirt grass lawn turf blade tuft hill hillside slope ridge valley mountain meadow
        field countryside plant greenery leaf foliage tree trunk branch crown treetop wood woodland forest grove""",
    "+bush": "bush shrub hedge shrubbery undergrowth",
    "+flower": "flower wildflower bloom blossom petal stem daisy poppy flowerbed",
    "+pine": "pine fir spruce conifer evergreen christmas_tree needle",
    "+rock": "rock stone boulder pebble gravel",
    "+water": "water wave ripple surface reflection liquid bank shore shoreline",
    "+sea": "water sea ocean wave ripple surf foam surface reflection bay coast coastline shore shoreline liquid",
    "+reed": "reed cattail bulrush rush sedge",
    "+lily": "lily water_lily lily_pad pad lotus flower bloom blossom petal",
    "+palm": "palm palm_tree coconut coconut_palm tree trunk frond leaf plant fruit",
    "+sand": "sand ground beach dune pebble grain",
    "+snow": "snow ice snowflake flake snowfall frost winter cold",
    "+house": "house home cottage building roof chimney door window wall gable pane glass",
    "+town": """building tower skyscraper high-rise block apartment house office roof rooftop antenna window pane glass
        facade wall city town skyline cityscape""",
    "+road": "road street pavement sidewalk kerb curb asphalt tarmac lane line stripe marking path ground concrete",
    "+lamp": "lamp street_lamp lamppost light streetlight lantern pole post",
    "+crowd": """crowd spectator person people audience fan man woman child head face hair shirt clothes stand
        grandstand seat row tier""",
    "+fence": "fence picket paling post rail board wood",
    "+path": "path trail track footpath way walkway road lane",
}

_PLACES = """
    meadow: +day +land +flower
    field: +day +land wheat grain corn crop cereal ear stalk straw row furrow farm
    countryside: +day +land +bush +house +fence +path village farm farmhouse
    mountains: +day +land +pine +rock +snow peak summit cliff alp glacier
    vineyard: +day +land +bush +house vine grape fruit bunch row post stake farm crop
    windmill field: +day +land +flower windmill mill building sail tower roof door window row tulip wood
    forest: +day +land +bush +pine +path bark mist fog
    autumn forest: +day +land autumn fall bark leaf mist fog
    bamboo forest: +day +land +path bamboo cane stalk culm mist
    birch forest: +day +land +flower birch bark
    jungle: +day +land +flower +bush vine liana creeper fern palm frond rainforest bark mist
    swamp: +day +land +water +reed +lily moss mud fog mist dead_tree marsh bog pond lake root
    snowy forest: +day +land +pine +snow mist fog
    enchanted forest: +night +land mushroom toadstool fungus cap spot firefly glow-worm insect spark sparkle light
        mist bark
    eucalyptus forest: +day +land eucalyptus gum gum_tree bark strip mist fog litter
    orchard: +day +land +flower fruit fruit_tree apple apple_tree orange lemon citrus pear peach row farm

    beach: +day +sea +sand +palm shell seashell parasol umbrella beach_umbrella sunshade pole island hill mountain
        land
    sunset beach: +day +sea +sand +palm +rock sunset sunrise dusk evening star
    ocean: +day +sea
    lake: +day +land +water +pine +reed +rock +snow peak pond
    river: +day +land +water +reed +rock +bush +sand stream brook current
    pond: +day +land +water +reed +rock +bush +lily +flower +sand lake
    waterfall: +day +land +water +rock +bush cliff wall fall cascade stream river foam spray mist pool lake
    island: +day +sea +sand +palm island hill grass lagoon land
    harbor: +day +sea +house +land boat ship vessel fishing_boat trawler hull cabin mast rope rigging port harbour
        pier dock wharf quay jetty plank board wood post bollard town village wall
    lighthouse: +day +sea +sand +rock +house +land lighthouse tower lamp lantern light railing gallery stripe cliff
        island
    pier: +day +sea +house +land pier jetty dock boardwalk deck bridge wood plank board post pile railing rail fence
        hut pavilion gazebo column pillar island
    cliff: +day +sea +rock +land cliff wall headland crack
    dam: +day +land +water +pine +rock dam wall concrete barrage gate sluice spillway waterfall fall cascade foam
        spray river stream lake reservoir bridge road railing rail fence cliff
    oasis: +day +water +sand +palm +bush +reed desert grass pool pond lake hill oasis mountain

    desert: +day +sand +rock cactus cacti saguaro plant spine hill mountain
    savanna: +day +land acacia bush plain savannah
    canyon: +day +rock canyon cliff wall mesa butte mountain river stream water ground sand layer valley
    volcano: +rock sky volcano mountain crater lava magma fire flame eruption smoke ash cloud spark ember ground
        light glow slope peak horizon
    pyramids: +day +sand +rock pyramid building monument triangle brick block tomb desert
    outback: +day +land +rock +sand desert monolith eucalyptus gum gum_tree bush shrub spinifex plain mesa cliff
    quarry: +day +land +rock +sand quarry pit terrace step stair ledge wall cliff heap pile mound block brick road
        ramp track path conveyor conveyor_belt belt machine equipment machinery wheel roller

    snowy mountains: +day +snow +pine +rock mountain peak summit tree trunk wood forest hill cliff ground slope
        glacier
    snowy village: +day +snow +pine +house village town hut cabin cottage mountain peak summit hill tree trunk wood
        forest light lamp ground chimney rock
    ice field: +day +snow +sea iceberg ice floe glacier mountain crack hill ground sheet
    ski slope: +day +snow +pine +rock mountain peak summit hill slope piste tree trunk wood forest lift ski_lift
        chairlift chair seat gondola cable rope wire pole post mast pylon flag pole gate track ground
    igloo: +day +snow +pine igloo house home building hut dome block brick ice door entrance tunnel mountain peak
        tree trunk forest hill ground

    sky: +day
    rainbow sky: +day +land rainbow arc arch bow colour
    night sky: +night +land +pine milky_way galaxy shooting_star meteor comet crater
    northern lights: +night +pine +snow aurora northern_lights curtain band tree trunk forest wood hill mountain
        ground
    space: star planet ring saturn moon earth globe sphere galaxy nebula cloud space sky darkness light night
        universe
    moon: +rock star planet earth globe moon crater ground dust hill mountain space sky darkness night cloud land
        ocean light
    underwater: +rock water sea ocean seabed sand ground floor bubble air seaweed weed kelp algae plant leaf light
        ray sunbeam sunlight hill mountain ridge wave
    coral reef: water sea ocean seabed sand ground floor bubble air coral reef fan sponge anemone plant light ray
        sunbeam sunlight seashell shell wave

    church: +day +land +bush +path church chapel cathedral building house tower steeple spire roof cross door gate
        wall window stained_glass glass brick stone rose
    fire station: +day +land +town +road fire_station fire_house brick tower gate garage door shutter emblem badge
        shield sign flame fire bell alarm siren hydrant fire_hydrant
    police station: +day +land +town +road +lamp police_station star badge emblem sign door entrance column pillar
        step stair staircase
    castle: +day +land +bush +path castle palace fortress building tower turret keep battlement wall gate door
        portcullis roof spire flag banner pennant pole window stone brick
    haunted house: +night +land +house +rock house mansion tower grave gravestone tombstone tomb cemetery graveyard
        cross dead_tree cloud fog mist crater
    ruins: +day +land +bush +rock ruin temple column pillar step stair roof gable wall building monument marble drum
        block beam
    village: +day +land +house +bush +path village town church tower steeple spire
    market: +day +house market stall stand booth counter table awning canopy roof stripe fruit vegetable apple
        orange lemon tomato plum grape lime crate box basket food produce goods square pavement cobble stone ground
        post pole town village shop
    construction site: +day +rock construction crane tower_crane cab cable rope hook load beam girder steel scaffold
        scaffolding frame building floor column cone traffic_cone barrier barricade fence stripe heap mound pile
        soil sand dirt earth ground machine equipment glass window wall

    city: +day +land +town +road +bush +water tower river park promenade square quay
    city street: +day +town +road +lamp +land shop store cafe awning canopy stripe shop_window door entrance tree
        trunk leaf planter pot tub plant
    city at night: +night +town +road +lamp crater
    rooftop: +day +town roof rooftop terrace floor tile wall brick parapet water_tank tank tower water_tower barrel
        antenna aerial mast pole wire air_conditioner conditioner fan vent unit machine box
    bridge: +day +land +water +town bridge suspension_bridge tower pillar pier pylon cable rope wire deck road river
        bay sea lake concrete base
    highway: +day +land +road highway motorway sign road_sign signboard board arrow guardrail barrier rail fence
        post pole gantry bridge desert
    farm: +day +land +fence farm barn building house silo tower roof door window field crop row furrow
    barn: +day +land barn building house roof door gate window loft wall board plank wood hay straw bale roll farm
    garden: +day +land +bush +flower +fence +path garden bed flowerbed rose arch trellis arbour pergola vine
        stepping_stone stone rock slab
    zen garden: +day +land +bush +rock +fence garden sand gravel furrow line pattern ring circle lantern lamp light
        moss bamboo maple cherry_tree blossom wall
    patio: +day +land +bush +flower +lamp patio terrace pergola beam post pole wood roof chair armchair seat cushion
        pillow furniture pot flowerpot planter potted_plant tile stone slab floor string bulb fairy_light wire cable
        hedge
    balcony: +day +land +town +sea +flower balcony terrace railing rail baluster fence door glass_door window wall
        pot flowerpot planter box flower_box potted_plant bush tile floor hill island park
    porch: +day +land +bush +flower +house +path porch veranda deck post column pillar railing rail fence baluster
        step stair staircase board siding plank wood doorknob knob handle pot basket hanging_basket planter chain
        garden
    zoo: +day +land +bush +rock +water +fence +path zoo enclosure cage bar rail railing gate arch entrance sign
        board signpost paw print pawprint logo picture pool pond wall log trunk branch dead_tree

    gas station: +day +land +town +road gas_station petrol_station filling_station pump gas_pump fuel hose nozzle canopy
        roof column pillar post pole shop store kiosk door window sign board price island screen display
    stadium: +day +crowd stadium arena roof floodlight light lamp mast pole post goal net football_goal pitch field
        grass lawn turf line marking penalty_area box stripe billboard banner sign board wall advertisement
    tennis court: +day +land tennis court net post line marking ball tennis_ball fence wall hedge floor sport
    swimming pool: +day +land +water pool swimming_pool lane rope float buoy ladder rail handrail starting_block
        block platform deck tile floor window wall glass hall building line
    race track: +day +crowd race track road asphalt tarmac line finish start finish_line kerb curb stripe chequer
        checker checkerboard flag sign banner gantry arch post pole billboard board wall barrier advertisement roof
        grass lawn
    airport: +day +land +road airport plane airplane aeroplane airliner aircraft jet vehicle wing tail engine wheel
        nose cockpit window tower control_tower terminal building hall roof glass antenna runway
    railway: +day +land +pine +rock railway railroad rail track train_track sleeper tie plank wood gravel signal
        traffic_light light lamp mast pole post wire cable
    park: +day +land +bush +flower +path +lamp +town park bench seat pond lake water wood
    playground: +day +land playground swing seat chain rope slide ladder step tower roof hut house seesaw
        teeter-totter board plank handle frame pole bar toy sand sandbox floor
    picnic: +day +land +flower picnic blanket cloth tablecloth rug check basket hamper handle napkin fruit apple
        orange lime food
    amusement park: +day amusement_park fair ferris_wheel big_wheel wheel gondola cabin seat spoke roller_coaster
        coaster rail track ride post pole pillar tent pavilion booth stripe flag banner bunting pennant garland
        ground path square entrance door
"""


def _read(table: str) -> Mapping[str, frozenset[str]]:
    """The table by its places; a line without a colon goes on with the one before it."""
    things: dict[str, frozenset[str]] = {}
    place = ""
    for line in filter(None, map(str.strip, table.splitlines())):
        head, colon, rest = line.rpartition(":")
        place = head if colon else place
        words = [thing for word in rest.split() for thing in _GROUPS.get(word, word).split()]
        things[place] = things.get(place, frozenset()).union(word.replace("_", " ") for word in words)
    return MappingProxyType(things)


SEEN_OUTDOORS: Mapping[str, frozenset[str]] = _read(_PLACES)
"""What one may see in a place without anybody naming it: nothing of it may ever be said to be absent."""
