"""How every stage reordered the head of a list: the first ten's order among each other, with their places among all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.ranking.recommendation import Feed
from engine.ranking.way.words import BRIEF
from pages.ui.lab.figures.paper import SMALL_SIZE, Figure, axis, listed, note, sheet
from pages.ui.look import Tokens, number

FIRST: Final = 10
ROW: Final = 35
DOT: Final = 24
STEPS: Final = 17
THOUSAND: Final = 1_000
NAMES: Final = 0.4  # of the way between the first and the last dot that names take


@dataclass(frozen=True, slots=True)
class Course:
    """An idea's places among all after every stage, and among the first ten (1 to ten)."""

    row: int
    places: tuple[int, ...]
    among: tuple[int, ...]


def courses(feed: Feed) -> tuple[Course, ...]:
    """Of the first ten of a feed that was traced, the first first."""
    if feed.trace is None:
        return ()
    rows = [each.row for each in feed.items[:FIRST]]
    at = [feed.trace.place_of(row) for row in rows]
    places = [feed.trace.places(stage)[at].tolist() for stage in feed.trace.stages]
    among = [[sorted(column).index(each) + 1 for each in column] for column in places]
    return tuple(
        Course(row, tuple(column[one] for column in places), tuple(column[one] for column in among))
        for one, row in enumerate(rows)
    )


def bump(found: Sequence[Course], names: Sequence[str], stages: Sequence[str], chosen: int, colours: Tokens) -> Figure:
    """A line for each idea from stage to stage: up and down in colour, the chosen row's thick; names where they end."""
    last = len(stages) - 1
    data = [_between(course, at, course.row == chosen, colours) for course in found for at in range(last)]
    for course, name in zip(found, names, strict=True):
        data.append(_dots(course, name, stages, course.row == chosen, colours))
    words = [
        note(f"<b>{name}</b>" if course.row == chosen else name, colours, x=last, y=course.among[-1],
             xanchor="left", align="left", xshift=DOT // 2 + 6, size=SMALL_SIZE)
        for course, name in zip(found, names, strict=True)
    ]  # fmt: skip
    titles = [BRIEF[each] for each in stages]
    return {
        "data": data,
        "layout": sheet(
            colours, ROW * len(found) + 34,
            xaxis=axis(
                colours, range=[-0.35, last * (1 + NAMES)], tickvals=list(range(last + 1)), ticktext=titles,
                side="top", showgrid=False,
            ),
            yaxis=axis(colours, visible=False, range=[len(found) + 0.6, 0.4]), annotations=words,
        ),
    }  # fmt: skip


def _between(course: Course, at: int, is_chosen: bool, colours: Tokens) -> Figure:
    """The curve from one stage to the next."""
    start, end = course.among[at], course.among[at + 1]
    shade = colours.neutral if start == end else colours.up if end < start else colours.down
    shares = [step / (STEPS - 1) for step in range(STEPS)]
    curve = [share * share * (3 - 2 * share) for share in shares]
    return {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip", "x": listed([at + share for share in shares], 3),
        "y": listed([start + (end - start) * each for each in curve], 3),
        "line": {"color": shade, "width": 4 if is_chosen else 1.8},
    }  # fmt: skip


def _dots(course: Course, name: str, stages: Sequence[str], is_chosen: bool, colours: Tokens) -> Figure:
    """Its places among all, a dot for each stage."""
    return {
        "type": "scatter", "mode": "markers+text", "x": list(range(len(stages))), "y": list(course.among),
        "text": [_short(each) for each in course.places], "customdata": [course.row] * len(stages),
        "hovertext": [number(each) for each in course.places], "unselected": {"marker": {"opacity": 1}},
        "textfont": {"size": 10, "color": colours.page if is_chosen else colours.ink}, "textposition": "middle center",
        "hovertemplate": f"{name}: no. %{{hovertext}}<extra></extra>",
        "marker": {
            "size": DOT, "color": colours.ink if is_chosen else colours.page,
            "line": {"color": colours.ink if is_chosen else colours.band, "width": 1},
        },
    }  # fmt: skip


def _short(place: int) -> str:
    return number(place) if place < THOUSAND else f"{place / THOUSAND:.1f}k"
