"""Which number belongs to which setting, and where that is open."""

from engine.bots.parameters import BotParameters
from engine.chat.text.pieces import Piece
from engine.chat.words.segments import Segment
from engine.chat.words.targets import Target


def pairs(
    segment: Segment, found: tuple[Target, ...], numbers: tuple[Piece, ...], current: BotParameters
) -> tuple[Piece | None, ...] | None:
    """A number for each setting (None: none was said); None where it is open which one is meant."""
    if _is_range(segment, found, current):
        return None
    if not numbers:
        return (None,) * len(found)
    if len(numbers) == 1 and (len(found) == 1 or numbers[0].role != "number" or numbers[0].name == "percent"):
        return (numbers[0],) * len(found)
    if len(numbers) == len(found):
        return numbers
    return None


def _is_range(segment: Segment, found: tuple[Target, ...], current: BotParameters) -> bool:
    """For "window 12 to 14", where it stands at neither: two numbers and no "from" are no move."""
    for one, to, other in zip(segment.pieces, segment.pieces[1:], segment.pieces[2:], strict=False):
        if (
            (one.role, to.text, other.role) == ("number", "to", "number")
            and not segment.has("from")
            and len(found) == 1
        ):
            now = getattr(current, found[0].name)
            return isinstance(now, int | float) and not one.name and one.part.value != now
    return False
