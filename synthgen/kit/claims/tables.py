"""Words by what they do in a sentence about a picture; what they name is in kit/lexicon.py."""

from synthgen.kit.word_tables import PREPOSITIONS as _PREPOSITIONS
from synthgen.kit.words import forms, plural


def _set(words: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words.split())


COLOURS = _set(
    """
    red blue green yellow orange purple pink brown black white gray grey gold golden silver beige turquoise maroon
    navy teal cyan magenta violet indigo lavender crimson scarlet tan cream ivory bronze copper lime olive peach
    coral mauve burgundy colorful colourful khaki blond blonde brunette ginger auburn multicolored multicoloured
    rainbow-colored reddish bluish greenish yellowish brownish whitish blackish grayish greyish pinkish azure amber
    emerald sapphire ruby charcoal mustard rose fuchsia lilac plum rust sepia monochrome
    """
)
ALSO_THINGS = _set(
    """
    orange peach plum rose lime olive coral violet lavender amber emerald ruby sapphire mustard charcoal copper
    bronze cream gold silver ginger rust sepia navy turquoise salmon
    """
)
"""Colours that are things where no noun follows them."""
SHADES = _set("bright dark light pale deep vivid soft rich dull solid pure mostly entirely completely all")
"""Before a colour they shade it, and say nothing of the light."""
COUNTS = {
    "one": 1, "single": 1, "lone": 1, "solitary": 1, "sole": 1, "two": 2, "both": 2, "pair": 2, "couple": 2, "twin": 2,
    "twins": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "dozens": 24, "hundreds": 100, "thousands": 1000,
    "several": -1, "many": -1, "few": -1, "multiple": -1, "numerous": -1, "various": -1, "group": -1, "groups": -1,
    "herd": -1, "flock": -1, "pack": -1, "bunch": -1, "crowd": -1, "row": -1, "rows": -1, "cluster": -1, "lots": -1,
    "countless": -1, "swarm": -1, "school": -1, "family": -1, "collection": -1, "plenty": -1,
}  # fmt: skip
"""How many a word says there are; -1: more than one."""
GROUPS = _set(
    """
    group groups herd flock pack bunch crowd row rows cluster swarm school family collection pair couple
    """
)
"""Those that count only before "of"."""

PICTURE = _set(
    """
    picture pictures image images scene view shot visual depiction composition frame artwork print illustration
    photo photograph photography snapshot drawing painting art render rendering representation portrayal portrait
    """
)
"""What a dialogue calls its picture."""
MEDIA = _set(
    """
    photo photograph photography photographic photorealistic realistic snapshot drawing drawn painting painted
    watercolor watercolour illustration illustrated sketch sketched cartoon comic anime manga mosaic render
    rendering rendered sculpture sculpted woodcut linocut engraving etching collage cutout origami fresco tapestry
    embroidery embroidered oil acrylic gouache stained pastel crayon pencil charcoal ink impressionist impressionism
    cubist cubism surreal surrealist surrealism pointillist pixel voxel poly vector digital stained-glass blueprint
    abstract minimalist 3d cgi animation animated portrait poster icon
    """
)
"""They name a medium, said of a picture."""
NO_MEDIA = _set("illustration illustrated drawing drawn rendered rendering render portrait art artwork")
"""Said of any picture that is no photograph: no claim."""

_PLAIN = _set(
    """
    animal animals creature creatures thing things object objects item items subject subjects figure content
    contents entity main central focus focal point centerpiece star highlight attention element elements detail
    details theme topic motif part parts whole entire entirety overall kind type sort species variety name named
    called known breed category class example form shape style look looks appearance setting surroundings
    environment location place places spot area space habitat backdrop background world reality question answer
    answers word words sentence caption description summary title statement fact facts way ways reason reasons case
    sense time moment idea impression feel hint sign signs trace glimpse evidence color colors colour colours tone
    tones hue hues palette shade shades number amount total count size scale viewer viewers eye eyes-catching
    observer camera artist painter photographer creator medium media technique concept context combination contrast
    mix incongruity absurdity humor humour joke pun fun twist oddity peculiarity left-hand right-hand side sides
    piece work need needs needed want wants full brief briefly sum sums go goes put puts friend take change changes
    matter matters affect affects wonder know knows chosen choose chose depend depends prove proves surround
    surrounds surrounded surrounding speak speaks meaning feeling beginning ending existing remaining matching
    living contrasts arranged arrangement arrange forget forgotten overlooked account explanation narrative provided
    given subsequent compact concise succinct terse informative key primary revolve revolves spotlight filled fills
    atmosphere participating engrossed illuminated illuminates illuminating bathed lit touch pop blend burst splash
    dash noting mention mentioned mentioning accompany accompanies accompanied accompanying show shows showing shown
    showed depict depicts depicting depicted portray portrays portraying portrayed feature features featuring
    featured display displays displaying displayed present presents presenting presented represent represents
    representing represented illustrate illustrates illustrating include includes including included contain
    contains containing contained capture captures capturing captured picture pictured image photographed describe
    describes described describing identify identified see sees seen seeing saw visible looking appear appears
    appearing appeared seem seems find finds found locate located situate situated set sets placed position
    positioned focuses focused center centers centered showcase showcases showcasing showcased highlights
    highlighted highlighting exhibit exhibits reveal reveals emphasize emphasizes note notice noticed consist
    consists comprise comprises make makes made making tell tells told say says said call mean means recognize
    recognizable recognized view viewed observe observed takes taken give gives come comes serve serves occupy
    occupies dominate dominates fill provide provides remain remains exist exists create creates created forms
    formed use used using belong belongs consider considered render rendered execute executed works working worked
    happen happens happening going doing do done engaged engage involved busy performing perform performs practicing
    carrying_out wear wears wearing wore worn dressed clad have has had having own get gets got clear clearly
    obvious obviously evident evidently apparent apparently simple simply plain plainly indeed actually really
    certainly definitely truly surely exactly precisely correct right wrong true false yes no instead rather also
    besides only just even still again together alone else here there now then thus hence therefore however
    meanwhile moreover though although because since while whereas unlike like such same different similar very
    quite fully partly mostly mainly primarily largely particularly especially prominently well good best first
    second third last other another others next more most less least much enough too following above unusual strange
    odd funny surprising weird peculiar bizarre absurd humorous amusing comical silly impossible possible unexpected
    unlikely unrealistic unreal fictional imaginary normal ordinary usual typical real actual common familiar
    specific certain particular general close closer close-up closeup up front clear-cut everything something
    anything nothing everybody everyone nobody none please thanks sure course instance e.g i.e etc okay standard
    natural proper suitable fitting fit fits match matches interpretation explain explains interesting worth lot bit
    surprise confirm age special everyday sight occurrence event
    """
)
_VERBS = """
    show depict portray feature display present represent illustrate include contain capture picture describe
    identify see look appear seem find locate situate place position focus center showcase highlight exhibit reveal
    emphasize note notice consist comprise make tell say call mean recognize view observe take give come serve
    occupy dominate fill provide remain exist create form use belong consider render execute work happen engage
    involve perform wear have own get fit match change matter affect know choose depend prove surround speak
    contrast arrange forget overlook mention accompany summarize explain illuminate suggest indicate imply
    think believe expect
    refer need want put go
"""
_SINGLE = _set("well still even light right like good best")
HARMLESS = (
    _PLAIN | {plural(word) for word in _PLAIN - _SINGLE} | {form for verb in _VERBS.split() for form in forms(verb)}
)
"""They say nothing of what is to be seen, in any of their forms."""
SUPERORDINATES = _set("person people individual human someone somebody adult figure worker professional")
"""Any person who is shown."""
LIGHT = _set(
    """
    light lights lighting lit sunlight sunshine sun sunny sunlit moonlight moonlit moon daylight daytime day night
    nighttime evening morning afternoon noon midday dusk dawn sunset sunrise twilight shadow shadows shade shaded
    glow glows glowing gleam gleaming shine shines shining bright brightly dim dimly dark darkness gloomy gloom
    moody mood atmosphere ambiance ambience cloudy cloud clouds overcast fog foggy mist misty haze hazy rain rainy
    raining snow snowy snowing snowfall storm stormy thunder lightning wind windy breeze weather warm cool soft
    softly harsh dramatic vibrant vivid muted volumetric cinematic radiant luminous backlit silhouette silhouetted
    candlelit neon starry stars rays beam beams mysterious golden sky horizon summer winter autumn spring season
    """
)
"""Light, weather, time and mood of a picture."""
WEAK_LIGHT = _set("mood atmosphere lighting light lights season weather day time")
"""They claim something only with another word: "the light" alone is always there."""
POSES = _set(
    """
    stand sit lie sleep rest run walk jump fly swim climb crawl lean crouch kneel squat perch lay hang float leap
    graze eat drink look stare gaze watch smile laugh frown roar bark play dance sing wave point stretch yawn chase
    hide hunt peek pose face roam wander stroll gallop trot dive hover glide soar swing roll spin bend raise lift
    nap snooze doze asleep awake seated standing sitting lying resting sleeping perched
    """
)
GAZES = _set("look looks looking looked")
GAZED = _set("at into toward towards away up down back over out directly straight off sideways around")
"""What follows where "looks" says what somebody does, not how it appears."""
RELATION_VERBS = _set(
    """
    ride hold carry wear drive push pull lead follow feed hug touch kick cover face chase pet catch throw lift
    attack fight kiss bite lick tow drag support hit join flank overlook
    """
)
STATIVE = _set("stand stands standing stood sit sits sitting rest rests resting grow grows growing")
"""Of a thing without life they say only that it is there."""
NEAR = _set("near with by beside alongside next close and along nearby together accompanied")
"""How companions stand to the subject, as far as a prompt says."""
APART = _set("near beside alongside next close nearby")
"""Those of them that a thing is not to what it drives or holds."""
SPATIAL = _set(
    """
    infront behind above below beneath underneath under over atop between opposite beside against around inside
    outside left right top bottom corner middle foreground center centre ahead overhead underfoot beyond across
    upside edge distance nearby alongside adjacent amid toward towards onto through near along
    """
)
WITH_PLACE = _set(
    """
    in on at by near within inside among amid amidst against across along through throughout around from of into
    over onto nearby alongside
    """
)
"""How one may stand to a place without more being said."""
PERSONAL = {
    "he": "man",
    "him": "man",
    "his": "man",
    "himself": "man",
    "she": "woman",
    "her": "woman",
    "hers": "woman",
    "herself": "woman",
}
NEGATORS = _set(
    """
    no not never nobody nothing none neither nor without nowhere cannot lack lacks lacking absent missing isn't
    aren't wasn't weren't doesn't don't didn't can't won't hasn't haven't n't devoid hardly
    """
)
NOBODY = _set("nobody nothing none")
MODALS = _set("would could might should may must can cannot can't will won't wouldn't couldn't shouldn't")
USUALLY = _set(
    """
    normally usually typically generally commonly often ordinarily naturally rarely seldom always never ever
    traditionally tend tends known
    """
)
BEFORE_CLAUSES = _set(
    """
    however whichever whatever wherever because since as although though while whereas but so which who that if when
    where unless and or than
    """
)
HABITS = _set(
    """
    live lives need needs belong belongs eat eats drink drinks have has cannot do does use uses require requires
    exist exists are is lack lacks know knows were was want wants keep keeps
    """
)
NOT_GENERIC = _set(
    """
    shown seen visible depicted pictured displayed here picture image photo scene background foreground it
    """
)
BE = _set("is are was were be been being am isn't aren't 's 're")
DO = _set("do does did don't doesn't didn't")
HAVE = _set("has have had hasn't haven't")
PEOPLE_NOUNS = _set("profession action hairstyle piece_of_clothing")
"""What abilities about people call their subjects."""
YES = _set(
    """
    yes yeah yep indeed correct right certainly definitely absolutely exactly true sure affirmative
    """
)
NO = _set("no nope not incorrect hardly false wrong negative neither none")
DETERMINERS = _set(
    """
    a an the this that these those its his her their my your our some any no each every both another
    """
)
OPINIONS = _set(
    """
    happy sad angry playful content joyful lonely proud friendly gentle brave lazy grumpy calm excited curious
    scared surprised bored tired hungry sleepy relaxed confident thoughtful serious nervous worried determined enjoy
    enjoys enjoying love loves loving
    """
)
"""What somebody seems to feel."""
SUPPOSING = _set("if suppose imagine supposing assuming pretend")
ELSEWHERE = _set(
    """
    encyclopedia book chapter folder folders album article caption stamp print catalog dictionary game magazine
    guide postcard museum exhibition collection library search story
    """
)
"""What one may put a picture into, in thought."""
PREPOSITIONS = _PREPOSITIONS | _set(
    """
    infront amongst onto toward towards off out past outside atop beyond opposite despite per
    """
)
PRONOUNS = _set("i you he she it we they who which that there this these those")
STARTS = DETERMINERS | PRONOUNS | _set("nobody nothing everything one")
"""Words that begin a clause after "and"."""
FUNCTION = (
    DETERMINERS | PRONOUNS | BE | DO | HAVE | MODALS | NEGATORS | _set(
    """
    and or but nor so as than then if while to of not what where when why how whose whom whether me us them myself
    itself themselves yourself being having ought shall will very too also just only both either there here am im ll
    ve re t s d more most per via etc rather such been about ago away back whichever whatever wherever however
    """
)
)  # fmt: skip
THE_ONE = _set("the that this which first second third every each any another no other")
FORMAT = _set("answer respond reply keep limit use write give")
"""They begin a request for a form."""
REQUESTS = _set("confirm tell describe name say identify explain give show list describe summarize summarise sum")
ODD = _set(
    """
    unusual strange odd funny weird wrong special surprising abnormal peculiar impossible out ordinary extraordinary
    unexpected humorous absurd bizarre stands
    """
)
KINDS = {
    "animal": "animal creature beast wildlife livestock",
    "food": "food dish meal snack ingredient treat cuisine",
    "plant": "plant flora vegetation greenery",
    "vehicle": "vehicle machine transport transportation means",
    "piece of furniture": "furniture piece furnishing item",
    "piece of clothing": "clothing clothes garment outfit attire wear apparel accessory item piece",
    "profession": "profession job occupation trade work career role",
    "hairstyle": "hairstyle hair haircut hairdo cut",
    "action": "action activity hobby sport exercise pastime",
    "art medium": "style medium technique artwork art",
    "scene": "scene landscape scenery setting location place view area",
    "color": "color object",
    "unusual thing": "joke anomaly mistake contradiction",
}
"""Words for any subject of an ability, by what it calls them."""
SEEING = _set("shown seen visible depicted pictured displayed")
DISPLAYING = _set("show shows showing see sees depicts features contains includes presents captures portrays appear")
PERCEIVING = _set(
    """
    see sees find spot imagine notice observe count call say describe identify recognize tell make name guess note
    """
)
"""What one can or would do with a picture in order to state something of it."""
AROUND = _set("underwater outdoors indoors outside inside underground downtown")
"""Places that stand without a preposition."""
INOUT = {"indoors": "indoors", "inside": "indoors", "outdoors": "outdoors", "outside": "outdoors"}
INVERSE = {"infront": "behind", "behind": "infront", "above": "under", "under": "above", "below": "above"}
DOING = _set("doing does playing plays practicing practising practices performing performs")
FORCES = _set("gravity nature centuries physics")
"""What only a reason speaks of."""
UNDER = _set("underwater underground")
THINGS_TOO = _set("camera star painter photographer artist coin")
"""Harmless words that name things after "a" or "no"."""
ASKING = _set("what which who whose where when why how that")
ANYBODY = SUPERORDINATES | _set(
    """
    people humans somebody anybody anyone being beings pedestrian pedestrians bystander bystanders
    """
)
TONES = _set("color colors colour colours tone tones hue hues palette shades background")
"""What light is said of, beside itself."""
WH = _set("what which who whose where when why how")
TOO_WIDE = _set("young part artifact group natural weather substance verb adj adv abstract looks judging structure")
"""What a thing is said to be a kind of without saying anything."""
ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
BASIC = _set("red orange yellow green blue purple pink brown black white gray blonde")
"""Colors that everybody tells apart, but for the pairs in MIXED_UP."""
MIXED_UP = frozenset(
    frozenset(pair.split("/"))
    for pair in _set(
        """
        red/orange red/pink red/brown orange/yellow orange/brown yellow/green yellow/blonde blue/purple purple/pink
        gray/white gray/black gray/blue gray/brown brown/black white/yellow white/blonde brown/blonde gray/blonde
        orange/blonde
        """
    )
)
TAKING = _set("take takes taking have having has")
"""What is done in "taking a nap", "having a chat"."""
