"""What the renderer's rooms, halls and other indoor places hold, so that a dialogue can say what is not there.

A list is generous: every word by which a person could mean something that is drawn there in any of its layouts.
Where a picture leaves a piece out, because the prompt names such a thing, the list still has it.
"""

from collections.abc import Mapping
from types import MappingProxyType

_SHELL = "wall floor ceiling room baseboard tile brick board plank carpet wallpaper panel paint"
_WINDOW = "window window_pane glass frame sky curtain drape blind shade window_sill ledge"
_LAMP = "lamp light lamp_shade ceiling_lamp pendant_lamp light_fixture bulb"
_PICTURE = "picture painting frame artwork art poster"
_STORE = "furniture drawer chest_of_drawers dresser cabinet cupboard knob handle door"
_SHELF = "shelf bookshelf bookcase book"
_SEAT = "chair seat furniture"
_TABLE = "table tabletop tablecloth cloth furniture"
_KITCHEN = "counter countertop cabinet cupboard drawer door handle knob sink faucet tap basin furniture"
_STAGE = "curtain drape cord ribbon stage backdrop floor wood_floor wall room"
_BREAD = "bread loaf baguette roll bun basket food shelf counter"
_CAKE = "cake cupcake muffin donut croissant pastry tart dessert icing frosting food display_case glass"

_ROWS = {
    "living room": f"""
        {_SHELL} {_WINDOW} {_LAMP} floor_lamp {_PICTURE} {_SHELF} sofa couch armchair cushion {_SEAT} rug carpet
        fireplace fire flame log mantel hearth chimney stone
    """,
    "bedroom": f"""
        {_SHELL} {_WINDOW} {_LAMP} table_lamp {_PICTURE} {_STORE} bed headboard pillow blanket cover bedspread
        bedding sheet mattress nightstand bedside_table table wardrobe closet rug carpet
    """,
    "nursery": f"""
        {_SHELL} {_WINDOW} {_STORE} crib cot bed bar blanket pillow mattress mobile toy star heart rug carpet
    """,
    "dining room": f"""
        {_SHELL} {_WINDOW} {_LAMP} chandelier {_PICTURE} {_STORE} {_TABLE} {_SEAT} dining_table sideboard plate
        dish
    """,
    "kitchen": f"""
        {_SHELL} {_WINDOW} {_KITCHEN} stove oven cooker range burner hood vent shelf refrigerator fridge freezer
        appliance
    """,
    "bathroom": f"""
        {_SHELL} {_WINDOW} mirror sink basin faucet tap cabinet cupboard door handle bathtub tub bath shower
        shower_head shower_curtain rail pipe glass toilet towel mat rug carpet furniture
    """,
    "cafe": f"""
        {_SHELL} {_LAMP} {_SHELF} menu menu_board blackboard chalkboard sign writing counter bar cup mug
        coffee_cup coffee_machine espresso_machine machine display_case glass cake pastry dessert food
    """,
    "restaurant": f"""
        {_SHELL} {_WINDOW} {_LAMP} wall_lamp {_PICTURE} {_TABLE} {_SEAT} bench booth plate dish glass wine_glass
    """,
    "museum": f"{_SHELL} {_PICTURE} statue bust sculpture head pedestal column marble rope barrier post stand",
    "studio": "wall floor backdrop background paper screen room",
    "attic": f"""
        {_SHELL} window glass frame sky skylight beam rafter roof wood box carton cardboard_box trunk chest
        treasure_chest suitcase furniture lock
    """,
    "hallway": f"{_SHELL} {_WINDOW} {_LAMP} {_PICTURE} door doorknob handle corridor rug runner",
    "garage": f"""
        {_SHELL} garage_door door handle window glass tool hammer wrench spanner screwdriver saw pegboard tire
        tyre wheel rubber tool_chest toolbox drawer cabinet workbench furniture
    """,
    "window sill": f"{_SHELL} {_WINDOW} cloud hill land field grass landscape shelf wood",
    "laboratory": f"""
        {_SHELL} {_WINDOW} {_KITCHEN} {_PICTURE} shelf flask bottle beaker jar glass glassware liquid test_tube
        tube rack stand microscope instrument molecule chart bench lab_bench table
    """,
    "hospital": f"""
        {_SHELL} {_WINDOW} bed hospital_bed pillow blanket sheet mattress wheel cross red_cross sign symbol
        monitor screen display television tv computer pulse drip drip_bag iv_stand bag stand pole tube machine furniture
    """,
    "dental clinic": f"""
        {_SHELL} {_WINDOW} {_KITCHEN} {_PICTURE} {_LAMP} dental_chair dentist_chair recliner tooth {_SEAT}
    """,
    "bakery": f"{_SHELL} {_LAMP} {_BREAD} {_CAKE} oven awning machine",
    "barber shop": f"{_SHELL} {_LAMP} mirror glass shelf bottle jar barber_chair {_SEAT} barber_pole pole stripe",
    "supermarket": f"""
        {_SHELL} {_LAMP} shelf aisle product goods grocery box carton package can bottle food sign shopping_cart
        cart trolley
    """,
    "office": f"""
        {_SHELL} {_WINDOW} {_LAMP} {_STORE} desk table computer monitor screen display office_chair {_SEAT}
        wheel folder binder file shelf whiteboard chart graph partition cubicle divider
    """,
    "library": f"{_SHELL} {_WINDOW} {_LAMP} {_SHELF} railing rail gallery balcony aisle furniture",
    "classroom": f"""
        {_SHELL} board blackboard chalkboard whiteboard chalk writing drawing diagram triangle circle graph desk
        table school_desk furniture clock bulletin_board notice_board pin_board paper note
    """,
    "courtroom": f"""
        {_SHELL} {_WINDOW} judge_bench bench desk table podium {_SEAT} scale balance emblem sign symbol gavel
        hammer mallet column pillar rug wood
    """,
    "gym": f"""
        {_SHELL} {_WINDOW} mirror treadmill machine screen dumbbell weight rack punching_bag bag rope chain
        wall_bar bar ladder equipment
    """,
    "boxing ring": f"{_SHELL} {_LAMP} spotlight ring rope post pole corner mat {_SEAT} hall",
    "stage": f"{_STAGE} {_LAMP} spotlight beam",
    "theater": f"{_STAGE} {_SEAT} balcony box arch frame hall",
    "movie theater": f"{_STAGE} {_SEAT} {_LAMP} wall_lamp screen movie_screen hall",
    "circus": """
        tent circus_tent roof stripe canvas light bulb lamp ring circus_ring sand floor bench stand grandstand
        seat bleacher podium platform stool pole post barrier
    """,
    "art studio": f"{_SHELL} {_WINDOW} {_PICTURE} easel canvas paint drop stain wood furniture",
    "greenhouse": """
        glass window frame roof wall sky bar plant potted_plant pot flowerpot flower bloom blossom leaf bush
        shrub foliage hanging_basket hanging_plant bench table shelf floor tile
    """,
    "train station": """
        train locomotive carriage wagon car window door light lamp headlight clock clock_face dial post pole
        platform line track rail floor roof beam arch glass sky wall brick pillar column bench seat
    """,
    "subway station": """
        train subway metro subway_train carriage wagon car window door light lamp headlight platform line track
        rail floor ceiling wall tile brick pillar column sign stripe ring dot map
    """,
    "cave": """
        rock stone wall floor ceiling stalactite stalagmite icicle spike opening exit hole entrance light pebble
        water pond pool puddle lake ground
    """,
    "mine": """
        rock stone wall floor ground tunnel hole beam post timber wood frame track rail railway sleeper tie
        lantern lamp light
    """,
}

SEEN_INDOORS: Mapping[str, frozenset[str]] = MappingProxyType(
    {place: frozenset(word.replace("_", " ") for word in row.split()) for place, row in _ROWS.items()}
)
"""An indoor place -> the nouns for what can be seen in it."""
