"""Numbers as people say them: "two and a half", "half a percent", "zero point eight", "3 times", put into one piece."""

from dataclasses import replace
from typing import Final

from engine.chat.text.pieces import Piece, is_comparative
from engine.chat.text.vocabulary import Part

UNITS: Final = frozenset({"percent", "basis", "points", "hours", "days", "minutes", "weeks", "coins", "foreign"})

_COUNTED: Final = frozenset({
    "noun", "more", "less", "number", "and_half", *UNITS, "point", "times", "target", "quality", "up", "down",
})  # fmt: skip

_CHANGING: Final = ("up", "down", "add", "take", "more", "less", "quality")


# Articles that are also the number one count only beside words of counting.
_ONES: Final = ("one", "ein", "eine", "einen", "einem", "einer", "un", "une", "uno", "una", "um", "uma")
_COUNTING: Final = ("by", "by_why", "of_from", "cap", "only", "add", "take", "floor")


def measured(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with every number whole and with its unit."""
    pieces = list(found)
    steps = (
        _compared,
        _plus,
        _counting,
        _spelled,
        _pointed,
        _with_fraction,
        _hundreds_of,
        _with_unit,
        _with_sign,
        _shares_off,
        _small_ways,
        _placed,
    )
    for step in steps:
        pieces = step(pieces)
    return tuple(pieces)


def _joined(first: Piece, last: Piece, value: float, role: str = "number", unit: str = "") -> Piece:
    return Piece(Part(role, unit, value), f"{first.text} {last.text}", first.start, last.end)


_MORE_THAN: Final = {
    "plus de": "more", "plus d'": "more", "más de": "more", "mas de": "more", "mas del": "more", "mais de": "more",
    "more than": "more", "mehr als": "more", "moins de": "less", "moins d'": "less", "menos de": "less",
    "menos del": "less", "less than": "less", "weniger als": "less", "mais do": "more", "menos do": "less",
}  # fmt: skip


def _compared(pieces: list[Piece]) -> list[Piece]:
    """For "plus de trades", which is more of them, while "plus de 5" is a limit."""
    made = []
    for place, piece in enumerate(pieces):
        ahead = {one.role for one in pieces[place + 1 : place + 3]}
        if piece.text == "close" and place and pieces[place - 1].role in ("too", "so", "as"):
            made.append(replace(piece, part=Part("quality", "tight")))  # "too close" is no closing
            continue
        turns = piece.role in ("above", "below") and piece.text in _MORE_THAN and not ahead & {"number", "share"}
        made.append(replace(piece, part=Part(_MORE_THAN[piece.text])) if turns else piece)
    return made


def _plus(pieces: list[Piece]) -> list[Piece]:
    """A plus or a minus between a name and a number adds or takes: "k + 0.4", "size minus 20 %"."""
    signs = {"+": "add", "plus": "add", "minus": "take", "menos": "take", "moins": "take"}
    made = []
    for place, piece in enumerate(pieces):
        counts = place + 1 < len(pieces) and pieces[place + 1].role == "number"
        named = piece.text == "+" or (place > 0 and pieces[place - 1].role in ("target", "noun"))
        turns = piece.text in signs and counts and named
        made.append(replace(piece, part=Part(signs[piece.text])) if turns else piece)
    return made


def _counting(pieces: list[Piece]) -> list[Piece]:
    """Without a "one" that counts nothing: "the sigma one", "one bit stuck with me", "une nouvelle fenêtre"."""
    return [
        replace(piece, part=Part("word"))
        if piece.role == "number" and piece.text in _ONES and not _counts(pieces, place)
        else piece
        for place, piece in enumerate(pieces)
    ]


def _counts(pieces: list[Piece], place: int) -> bool:
    behind = pieces[place + 1].role if place + 1 < len(pieces) else ""
    before = pieces[place - 1].role if place else ""
    if pieces[place].text != "one":
        told = any(piece.role in ("more", "less", "add", "take") for piece in pieces[place + 2 : place + 3])
        counts = pieces[place + 1].name == "bar" or behind in UNITS if behind else False
        return (counts and before != "") or (behind == "noun" and (before in _COUNTING or told))
    return behind in _COUNTED or before in (
        ("to", "by", "cap", "floor", "number", "point") if behind else ("to", "by", "point")
    )


def _spelled(pieces: list[Piece]) -> list[Piece]:
    """Twenty five is 25, two hundred is 200, a dozen stays."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        if last and piece.role == last.role == "number" and not piece.text[0].isdigit() and not last.text[0].isdigit():
            tens, ones = last.part.value, piece.part.value
            if tens >= 20 and tens % 10 == 0 and 0 < ones < 10:
                made[-1] = _joined(last, piece, tens + ones)
                continue
            if ones in (100.0, 1000.0) and 0 < tens < 100:
                made[-1] = _joined(last, piece, tens * ones)
                continue
            if tens >= 100 and ones < 100:
                made[-1] = _joined(last, piece, tens + ones)
                continue
        made.append(piece)
    return made


def _pointed(pieces: list[Piece]) -> list[Piece]:
    """Zero point eight is 0.8, one point two five is 1.25; point four is 0.4."""
    made: list[Piece] = []
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        digits = []
        if piece.role == "point":
            at = place + 1
            while at < len(pieces) and pieces[at].role == "number" and pieces[at].part.value in range(10):
                digits.append(f"{pieces[at].part.value:.0f}")
                at += 1
            if not digits and at < len(pieces) and pieces[at].role == "number" and pieces[at].part.value.is_integer():
                digits.append(f"{pieces[at].part.value:.0f}")
                at += 1
        if digits:
            whole = made.pop() if made and made[-1].role == "number" else piece
            value = (whole.part.value if whole is not piece else 0.0) + float(f"0.{''.join(digits)}")
            made.append(_joined(whole, pieces[place + len(digits)], value))
            place += len(digits) + 1
            continue
        made.append(piece)
        place += 1
    return made


def _with_fraction(pieces: list[Piece]) -> list[Piece]:
    """Two and a half is 2.5; 1 1/2 is 1.5."""
    made: list[Piece] = []
    for piece in pieces:
        extra = {"and_half": 0.5, "and_quarter": 0.25}.get(piece.role, 0.0)
        glued = piece.role == "share" and "/" in piece.text
        if made and made[-1].role == "number" and (extra or glued):
            made[-1] = _joined(made[-1], piece, made[-1].part.value + (extra or piece.part.value))
            continue
        made.append(piece)
    return made


def _hundreds_of(pieces: list[Piece]) -> list[Piece]:
    """A number before "times" is a factor."""
    made: list[Piece] = []
    for piece in pieces:
        if made and piece.role == "times" and made[-1].role in ("number", "share"):
            made[-1] = _joined(made[-1], piece, made[-1].part.value, "factor")
            continue
        made.append(piece)
    return made


def _with_unit(pieces: list[Piece]) -> list[Piece]:
    """A number or a share and the unit behind it; "a more percent" too: "one more percent"."""
    made: list[Piece] = []
    for piece in pieces:
        if (piece.role in UNITS or piece.role == "point") and made:  # "half a point"
            at = len(made) - 1
            if made[at].role in ("more", "less") and at and made[at - 1].role == "number":
                at -= 1
            if made[at].role in ("number", "share") and not made[at].name:
                unit = Part("number", piece.role if piece.role in UNITS else "points", made[at].part.value)
                made[at] = replace(made[at], part=unit, end=piece.end if at == len(made) - 1 else made[at].end)
                continue
        made.append(piece)
    return [_sigma_share(made, place) for place in range(len(made))]


def _shares_off(pieces: list[Piece]) -> list[Piece]:
    """A quarter off the size takes a quarter away: nothing is switched off there."""
    return [
        replace(piece, part=Part("take"))
        if piece.role == "off" and piece.text == "off" and place and pieces[place - 1].role in ("share", "number")
        else piece
        for place, piece in enumerate(pieces)
    ]


def _small_ways(pieces: list[Piece]) -> list[Piece]:
    """For "reduce the risk small": at the end of an order it says how far."""
    made = []
    for place, piece in enumerate(pieces):
        ends = place + 1 == len(pieces) or pieces[place + 1].role in ("stop", "join", "polite")
        named = place > 0 and pieces[place - 1].role in ("noun", "target", "it", "quality")
        small = piece.name == "small" and piece.role == "quality" and not is_comparative(piece.text)
        verbs = any(one.role in ("up", "down") for one in pieces[max(0, place - 5) : place])
        made.append(replace(piece, part=Part("slight")) if small and ends and named and verbs else piece)
    return made


def _with_sign(pieces: list[Piece]) -> list[Piece]:
    """For "$200": the unit stands before the number."""
    return [
        replace(piece, part=Part("number", "foreign", piece.part.value))
        if piece.role == "number" and place and pieces[place - 1].role == "foreign"
        else piece
        for place, piece in enumerate(pieces)
    ]


def _sigma_share(pieces: list[Piece], place: int) -> Piece:
    """Half a sigma, a quarter of a bar: a share right before its unit is a number."""
    piece = pieces[place]
    following = pieces[place + 1] if place + 1 < len(pieces) else None
    if piece.role == "share" and following and following.role == "noun" and following.name in ("sigma", "bar"):
        return replace(piece, part=Part("number", "", piece.part.value))
    return piece


def _placed(pieces: list[Piece]) -> list[Piece]:
    """What a preposition of two meanings is: "en 3" is by 3 behind a verb of change, "de 15 a 10" tells from where."""
    made: list[Piece] = []
    way = "to"
    for place, piece in enumerate(pieces):
        way = "by" if piece.role in _CHANGING else "to" if piece.role in ("set", "join", "stop") else way
        counts = place + 1 < len(pieces) and pieces[place + 1].role in ("number", "share", "factor")
        leads = counts and place + 2 < len(pieces) and pieces[place + 2].role == "to"
        role = {"by_or_to": way if counts else "word", "from_if": "from" if leads else "word"}.get(piece.role)
        made.append(replace(piece, part=Part(role)) if role else piece)
    return made
