"""Words for the same place, the same medium, the same thing to wear; see synonyms.py."""

from synthgen.renderer.sketch.synonym_rows import rows

PLACES = rows(
    """
    savanna | savannah | african savannah | african savanna | african plain | african plains | african bush | safari
    meadow | grassland | grasslands | plains | grassy plains | grass | green grass | pasture
    meadow | flower meadow | wildflowers
    field | wheat field | grain field
    countryside | hills | rolling hills | rural landscape | landscape | rural area | outdoors | outdoor
    farm | farmyard | barnyard
    jungle | rainforest | rain forest | tropical forest | tropical jungle
    jungle | tropical rainforest | jungle canopy | canopy | tree canopy | treetops
    forest | woods | woodland | green forest
    autumn forest | autumn | fall foliage | autumn foliage | fall forest | autumn woods
    bamboo forest | bamboo grove
    snowy forest | snow covered forest | winter forest | snow covered trees
    swamp | wetland | wetlands | marsh | bayou
    ice field | arctic | antarctica | antarctic | ice | pack ice | ice floe | iceberg
    ice field | tundra | glacier | north pole | south pole
    snowy mountains | snowy mountain | winter mountains | snow
    desert | sand dunes | dunes | sahara
    mountains | mountain | mountain range | alps
    canyon | gorge
    cave | cavern | underground cave | underground caves
    beach | seaside | sandy beach | coast | sunny beach | shore | seashore | tropical beach | sand
    ocean | sea | open ocean | open sea | waves | blue ocean | water
    underwater | under sea | under water | deep sea | ocean floor | seabed | sea floor
    coral reef | reef
    river | stream | riverbank | african river | creek
    lake | lakeside | lake shore
    pond | lily pads | watering hole | garden pond
    waterfall | waterfalls | blue waterfall
    island | tropical island | desert island
    harbor | harbour | port | marina
    sky | clouds | blue sky | cloudy sky
    night sky | starry sky | starry night | stars | sky full of stars | indigo sky
    northern lights | aurora | aurora borealis
    space | outer space | galaxy | galaxies | nebula
    moon | lunar surface | surface of moon
    city street | street | road | downtown street | busy street | urban street
    city | cityscape | city skyline | skyline | downtown | buildings
    city at night | night city | cityscape at night
    highway | motorway | freeway
    alley | urban alley | alleyway
    park | city park | public park
    garden | flower garden | flower bed | cutting garden | backyard | palace garden | tropical garden | flowers
    zen garden | japanese garden
    window sill | windowsill
    living room | indoor | indoors | home | room | lounge | sitting room
    kitchen | kitchen counter
    corridor | hallway | narrow corridor | hotel corridor | narrow hallway
    office | workplace
    library | reading room | bookstore | bookshop
    restaurant | diner | bistro
    cafe | coffee shop | coffee house
    supermarket | grocery store
    market | farmers market | street market | fruit stand
    hospital | hospital room | hospital ward
    laboratory | lab | science lab
    stage | theater stage | theatre stage
    theater | theatre
    movie theater | cinema
    stadium | football stadium | sports stadium
    castle | medieval castle
    haunted house | spooky mansion | haunted mansion | spooky house
    circus | circus tent
    amusement park | theme park | carnival | fair | funfair
    museum | art gallery | gallery
    airport | airport runway | runway
    train station | railway station
    swimming pool | pool
    village | small town
    ruins | ancient ruins | temple ruins
    greenhouse | glasshouse | conservatory
    patio | terrace
    pyramids | egyptian pyramids
    vineyard | vineyards | grapevines
    porch | front porch | veranda | verandah
    gas station | petrol station | filling station | fuel station
    zoo | zoo enclosure | animal enclosure
    dam | river dam | reservoir dam
    outback | australian outback | australian desert | red desert
    eucalyptus forest | eucalyptus trees | eucalyptus tree | eucalyptus grove | eucalyptus | gum trees
    orchard | apple orchard | fruit orchard | orange grove | fruit trees
    pier | jetty | boardwalk | wooden pier | dock | wooden dock
    quarry | stone quarry | gravel pit | open pit mine
    cliff | cliffs | sea cliff | sea cliffs | rocky cliff | rocky cliffs | cliffside | cliff edge
    oasis | desert oasis
    space station | spaceship interior
    classroom | schoolroom
    ski slope | ski resort
    volcano | red lava | lava
    """
)
MEDIA = rows(
    """
    watercolor | watercolour | aquarelle
    oil painting | oil paint | oil on canvas
    impressionism | impressionist
    pencil sketch | sketch | graphite | pencil
    charcoal drawing | charcoal | charcoal sketch
    pixel art | pixelated | 8 bit | 8 bit art
    pop art | popart
    pointillism | pointillist
    comic book | comic | comic strip | comics
    mosaic | mosaic tiles | tile mosaic
    stained glass | stained glass window
    black and white | black and white photo | black and white photograph | monochrome | grayscale
    sepia | sepia photo | sepia toned
    polaroid photo | polaroid
    cubism | cubist
    neon art | neon
    woodcut | woodblock print | woodblock | linocut
    ukiyo e | japanese woodblock
    blueprint | technical blueprint
    crayon drawing | crayon | wax crayon
    chalk drawing | chalk
    chalkboard drawing | chalkboard
    pastel drawing | pastel | soft pastel | pastels
    low poly | polygon art | lowpoly
    paper cutout | paper cut | papercut | cut paper
    embroidery | embroidered | cross stitch
    ink drawing | ink line drawing | pen and ink
    ink wash painting | ink wash | sumi e
    colored pencil | coloured pencil
    halftone print | halftone
    vintage poster | retro poster
    toy bricks | plastic bricks
    cartoon | cartoonish
    flat illustration | vector | flat design | flat vector
    """
)
WEARABLE = rows(
    """
    top hat | tall hat
    party hat | birthday hat
    sunglasses | shades | dark glasses
    glasses | eyeglasses | spectacles
    cap | baseball cap
    beanie | woolly hat | knit cap
    chef hat | chefs hat | chef's hat
    graduation cap | mortarboard
    santa hat | christmas hat
    straw hat | sun hat
    fedora | hat
    headphones | headset
    bow tie | bowtie
    helmet | bike helmet | bicycle helmet
    space helmet | astronaut helmet
    """
)
