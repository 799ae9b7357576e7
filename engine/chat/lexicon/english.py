"""English as traders speak it: the words of grammar, of numbers, and of wishes for the whole bot."""

from typing import Final

from engine.chat.lexicon.english_effects import EFFECTS, REFUSALS
from engine.chat.lexicon.english_grammar import ROLES
from engine.chat.lexicon.english_names import CHOICES, TARGETS
from engine.chat.lexicon.english_plain import PLAIN
from engine.chat.lexicon.english_things import NOUNS, QUALITIES
from engine.chat.lexicon.lexicon import Lexicon

_MOODS: Final = {
    "boldness+": "crank it|crank it up|step on it|aggressive|aggressively|bold|bolder|boldly|"
    "daring|riskier|risky|aggressiveness|more punchy|punchier|gutsy|braver|brave|spicier|offensive|attack mode|"
    "full send|adventurous|courageous|ballsy|fearless|aggression|greedy|greedier|yolo|risk on|more risk tolerant|"
    "degen|ambitious|high octane|hotter|full throttle|swing for the fences|go hard|hard core",
    "boldness-": "tone it down|tone things down|dial it back|dial it down|dial things back|take it down a notch|"
    "ease up|conservative|conservatively|cautious|cautiously|careful|safe|safer|safely|defensive|defensively|calmer|"
    "prudent|prudently|protective|calm down|play it safe|risk averse|gentler|tamer|timid|conservatism|caution|"
    "low key|defence|defense|play defense|risk off|de-risk|derisk|less exposed overall|sleep better|sleep at night|"
    "chill|chill out|relaxed|more relaxed|mellow|take it easy|easy does it|safety|hunker down|careful mode|"
    "batten down|tread carefully|wary|guarded|soft|softer|gentle|tame|preserve capital|protect my capital|"
    "capital preservation|protect capital|safety first|on the safe side|risk-averse",
    "sensitivity+": "sensitive|sensitivity|reactive|trigger happy|reactivity|touchy|eager|alert|fussy",
    "sensitivity-": "desensitise|desensitize|numb|thick skinned|insensitive",
    "quickness+": "responsive|responsiveness|react|reacts|reacting|reaction|nimble|snappier|snappy|agile|adapt|"
    "adapts|adapting|adaptive|adapt faster|respond|responds|responding|swift|respond faster|nimbler|catch up|keep up|"
    "up to date|fresher|quick to adapt|recent data|recent prices|recent price action|agility|reaction time|"
    "adjust faster",
    "quickness-": "smooth|smoother|smoothing|steadier|calm the signal|smoothen|smoothed|smoothness|older data|"
    "long term view",
    "frequency+": "trade frequency|trading frequency|active|trade frequently|busier|frequency|more activity|"
    "hyperactive trading|trades frequently|fire more often|trade more|trade often|more action|action|opportunities|"
    "more chances|setups|more opportunities|activity|turnover|trade a lot more|busy",
    "frequency-": "idle|inactive|patient|selective|picky|pickier|choosy|choosier|discerning|trigger discipline|"
    "fussier|selectivity|only the best setups|stretched ones|really stretched|only the extremes",
}  # fmt: skip

_NUMBERS: Final = {
    "zero": 0, "nil": 0, "nought": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "a hundred": 100,
    "a dozen": 12, "a couple of": 2, "a couple": 2, "thousand": 1000, "a thousand": 1000,
}  # fmt: skip
_FACTORS: Final = {
    "double": 2, "doubled": 2, "doubling": 2, "twice": 2, "triple": 3, "tripled": 3, "treble": 3, "quadruple": 4,
    "halve": 0.5, "halved": 0.5, "halving": 0.5, "in half": 0.5, "in two": 0.5, "thrice": 3, "quintuple": 5,
    "tenfold": 10, "twofold": 2, "threefold": 3, "double up": 2, "2 fold": 2, "cut in half": 0.5, "twice as": 2,
    "half as": 0.5, "half as much": 0.5, "half as big again": 1.5, "half as much again": 1.5, "half again as much": 1.5,
    "half as long again": 1.5, "twice as much": 2, "half the current": 0.5,
}  # fmt: skip
_SHARES: Final = {
    "half": 0.5, "a half": 0.5, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3, "a quarter": 0.25,
    "one quarter": 0.25, "quarter": 0.25, "three quarters": 0.75, "a fifth": 0.2, "one fifth": 0.2, "a tenth": 0.1,
    "one tenth": 0.1, "half a": 0.5, "half of": 0.5, "an eighth": 0.125, "a sixth": 1 / 6, "two fifths": 0.4,
    "a quarter of a": 0.25, "half of a": 0.5, "one half": 0.5,
    "a seventh": 1 / 7, "one sixth": 1 / 6, "one eighth": 0.125, "tenth": 0.1, "three quarters of a": 0.75,
}  # fmt: skip
_PLAIN: Final = (
    "a an the b u r i i'd i'm i've i'll we we're you he my me your our us this that these those there here in on for "
    "or as if have had been being am going think feel feels felt price prices move moves movement movements market "
    "markets bot days week month hour lost great bad calm now just still very really about each every per any some "
    "all would will be ok okay yeah yes hey hi hello thanks thank thx cheers dear well hmm um uh so maybe perhaps "
    "probably possibly basically honestly actually simply currently again little than onto after says first second "
    "thing things leverage strategy bit system test next word work works gain gains because today tomorrow tonight "
    "lately recently overall general generally value values setting settings parameter parameters level levels "
    "current existing kind sort type like bring to into of do does did done get gets got getting go goes come comes "
    "coming start starts starting try trying him her who whom which with within via across through out up down off "
    "over also too quite pretty rather ever never always usually often sometimes lot lots much many few several "
    "number figure amount time times make makes made making take takes taken see seeing look looks looking find want "
    "wants wanted need needs needed myself itself yourself one's whole entire full total completely totally fully "
    "entirely altogether please mate bro man buddy dude guys sir claude assistant ai's toption bots trader traders "
    "way own say let lets ur im ive dont right away immediately asap soon from moment point while ahead given "
    "instantly quickly quick fast guess believe suppose reckon hope hoping wish feeling worried afraid scared "
    "nervous happy unhappy tired sick comfortable uncomfortable annoying annoyed hate love enjoy style strategy's "
    "side part piece place spot bit's using used use can could might may must shall ought able cause prefer "
    "preference prefers idea ideas stuff plan request change favour favor hand job order's case example instance "
    "regard regarding concerning respect terms term account life long-term short-term week's holiday vacation "
    "weekend holidays winter summer conditions environment situation news event events fomc cpi fed earnings season "
    "session sessions morning afternoon evening night choppy sideways ranging flat quiet wild rough bumpy tough hard "
    "easy bull bear bullish bearish rally crash dump pump btc's crypto bitcoin's coin's swings swing dips dip "
    "bounces bounce spike spikes spiking wicks wick drops fell falling rise rises rising falls fall burned burnt "
    "hurt hurting hit hits killed eaten blown money cash losing lose loses win wins winning ended end ends ending "
    "result resulting turned turn turns became become keeps kept keep instead otherwise anyway anyways respectively "
    "accordingly along note ensure sure certain definitely absolutely exact precisely literally supposed meant mean "
    "means called named something anything everything someone anyone everyone nobody nothing none other another "
    "others else both either neither whether though although already yet anymore longer since ago later earlier "
    "afterwards before early late newest new old older newer bigger's more's gradually possible impossible "
    "preferably ideally hopefully friend's what's where's when's whatever whenever wherever however therefore thus "
    "hence moreover furthermore besides plus minus including included behaviour behavior mode manner approach "
    "feature function option options knob knobs slider sliders dial dials control controls fields field variable "
    "variables box config profile thing's slot button reason purpose goal's went gone seen heard known know knows "
    "knew understand understood told asked ask asking answer pick picks picked choose chose chosen decide decided "
    "decision keep's least allow allows allowed put placed set setup sets that'll that'd it'll it'd they'd they'll "
    "we'll we'd we've you'd you'll you've he's she's couldn't hasn't haven't hadn't i'd've ain't let's themselves "
    "ourselves"
)  # fmt: skip

ENGLISH: Final = Lexicon(
    code="en",
    roles=ROLES,
    qualities=QUALITIES,
    nouns=NOUNS,
    targets=TARGETS,
    choices=CHOICES,
    moods=_MOODS,
    effects=EFFECTS,
    refusals=REFUSALS,
    numbers=_NUMBERS,
    factors=_FACTORS,
    shares=_SHARES,
    plain=_PLAIN + " " + PLAIN,
)
