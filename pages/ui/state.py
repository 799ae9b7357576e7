"""What one browser session remembers between runs: the market looked at, drafts, and the last word to the user."""

from dataclasses import dataclass, field
from typing import Any, Final, Literal
from uuid import uuid4

import streamlit as st

from pages.ui.candles.fetch_job import FetchJob
from pages.ui.chat.asking import Asking
from pages.ui.chat.recommend_job import RecommendJob
from pages.ui.drafts import BotDrafts, Draft, Moves
from pages.ui.feed.desk import FeedDesk
from pages.ui.lab.desk import Desk
from pages.ui.navigation import Role
from pages.ui.wording import explained

_KEY: Final = "toption"


@dataclass(frozen=True, slots=True)
class Notice:
    """One line to the user after an action: what was done, or why not."""

    kind: Literal["done", "refused"]
    text: str


@dataclass(slots=True)
class Session:
    """One visitor's session; everything else is in the store.

    `id` tells one session from another and opens nothing.
    `drafts` holds, for each bot, what was moved but not applied; `heard` the last message of each component;
    `asking` the words that wait for an answer, `left` those that nobody waits for any more; `editing` the message
    whose change was taken over by hand; `recommending` the search for settings that runs, or whose answer waits,
    `advising` the bot whose dialog of it is to open; `desk` is what lies before the visitor in the Lab, `feed` in the
    feed. `role` is what the visitor looks as, `came_as` the role that the address asked for last; `tour` the step of
    the tour that is on.
    """

    id: str = field(default_factory=lambda: uuid4().hex)
    notice: Notice | None = None
    drafts: dict[int, BotDrafts] = field(default_factory=dict)
    heard: dict[str, int] = field(default_factory=dict)
    fetching: FetchJob | None = None
    asking: dict[int, Asking] = field(default_factory=dict)
    left: set[str] = field(default_factory=set)
    advising: int | None = None
    editing: dict[int, str] = field(default_factory=dict)
    recommending: dict[int, RecommendJob] = field(default_factory=dict)
    desk: Desk = field(default_factory=Desk)
    feed: FeedDesk = field(default_factory=FeedDesk)
    role: Role = "trader"
    came_as: str | None = None
    tour: int | None = None


def session() -> Session:
    """The visitor's session, made at the first run."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Session()
    found: Session = st.session_state[_KEY]
    return found


def desk() -> Desk:
    """What lies before this visitor in the Lab."""
    return session().desk


def feed_desk() -> FeedDesk:
    """What lies before this visitor in the feed."""
    return session().feed


def chosen(key: str) -> Any:
    """What a widget says, for its callback."""
    return st.session_state[key]


def adopt(key: str, value: Any) -> None:
    """Let a widget that is drawn after this show a value that comes from elsewhere."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def drafts_of(bot_id: int) -> BotDrafts:
    """Everything that this visitor moved on a bot."""
    return session().drafts.setdefault(bot_id, BotDrafts())


def moves_of(bot_id: int) -> Moves:
    """The moves on the version that is shown."""
    return drafts_of(bot_id).moves


def draft_of(bot_id: int) -> Draft:
    """What was moved on this bot and not applied yet; empty when nothing was."""
    return moves_of(bot_id).draft


def move(bot_id: int, values: Draft) -> None:
    """Take further values into the draft; what was moved before stays."""
    drafts = drafts_of(bot_id)
    drafts.moves = drafts.moves.to({**drafts.moves.draft, **values})


def put(bot_id: int, draft: Draft) -> None:
    """Let the draft be this: one move, which can be taken back as any other."""
    drafts = drafts_of(bot_id)
    drafts.moves = drafts.moves.to(draft)


def take_back(bot_id: int) -> None:
    """Without the draft's last move; it can come forward again."""
    drafts = drafts_of(bot_id)
    drafts.moves = drafts.moves.undone()


def bring_forward(bot_id: int) -> None:
    """With the move that was taken back last."""
    drafts = drafts_of(bot_id)
    drafts.moves = drafts.moves.redone()


def discard(bot_id: int) -> None:
    """Give the draft up: one more move, which can be taken back as any other."""
    drafts = drafts_of(bot_id)
    drafts.moves = drafts.moves.to({})


def forget(bot_id: int) -> None:
    """The draft is kept as a version: there is nothing left of it to take back."""
    drafts_of(bot_id).moves = Moves()


def tell(kind: Literal["done", "refused"], text: str) -> None:
    """Keep one line for the next run to show, beside what is already to be told; one refusal makes all a warning."""
    before = session().notice
    if before is not None and text not in before.text:
        text = f"{before.text} {text}"
        kind = "refused" if "refused" in (kind, before.kind) else "done"
    session().notice = Notice(kind, text)


def show_notice() -> None:
    """Show what the last action has to say, once: good news passes by, a refusal stays until the next run."""
    word = notice()
    if word is None:
        return
    if word.kind == "done":
        st.toast(explained(word.text), icon=":material/check:")
    else:
        st.warning(explained(word.text), icon=":material/block:")


def good_news() -> str:
    """A refusal is shown at once; what was done comes back as text, for a place where it covers nothing."""
    word = notice()
    if word is None or word.kind == "done":
        return word.text if word else ""
    st.warning(explained(word.text), icon=":material/block:")
    return ""


def last_heard(key: str) -> int:
    """The number of the last message that a component was heard with."""
    return session().heard.get(key, 0)


def hear(key: str, count: int) -> None:
    """Remember a component's message as heard."""
    session().heard[key] = count


def notice() -> Notice | None:
    """What the last action has to say; asked once, it is forgotten."""
    word, session().notice = session().notice, None
    return word
