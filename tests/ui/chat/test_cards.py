"""How a card stands to what is on the screen, worked out by hand."""

from dataclasses import replace

from engine.bots.parameters import BotParameters
from engine.chat.decisions import Decision
from engine.chat.edits import Edit, Proposal
from engine.gateways.store.bots import Bot, Version
from engine.services.conversation.message import Card, Message
from pages.ui.chat.cards import Screen, rows, shown, states
from pages.ui.chat.entries import entries

SAVED = BotParameters()
WIDER = replace(SAVED, k_sigma=1.5)
BOTH = replace(WIDER, window=18)
HEAD = Version(2, 1, SAVED, "you", "as before", 0)
BOT = Bot(7, "a bot", "SIM", "1h", HEAD, 3, 1, None)


def change(name: str, before: float, after: float, **more: str) -> Decision:
    """One setting's change, on words of its own."""
    return Decision(Edit(name, "set", f"{name} {after}", after), before, after, "applied", **more)


def message(number: int, card: Card | None) -> Message:
    """An answer with this card."""
    return Message(f"m{number}.1", 7, number, "offline", "text", card=card, proposal=Proposal("edit"))


FIRST = Card((change("k_sigma", 1.2, 1.5),), SAVED, WIDER, saved=SAVED)
SECOND = Card((change("window", 15, 18),), WIDER, BOTH, saved=SAVED)
TALK = (message(1, FIRST), message(2, None), message(3, SECOND))


def found(screen: BotParameters, *cards: Card, editing: str = "") -> list[str]:
    """The states of these cards' messages, oldest first, with these settings on the screen."""
    talk = [message(number, card) for number, card in enumerate(cards)]
    known = states(talk, Screen(BOT, screen, editing))
    return [known[each.id] for each in talk]


def test_the_newest_card_is_open_while_it_is_what_the_screen_shows() -> None:
    """And the one that it was built on is part of the same change."""
    assert found(BOTH, FIRST, SECOND) == ["draft", "open"]
    assert found(WIDER, FIRST) == ["open"]


def test_undo_and_discard_open_the_card_that_is_shown_then() -> None:
    """One step back: the first card is what is shown again; two steps: neither is on the screen."""
    assert found(WIDER, FIRST, SECOND) == ["open", "fits"]
    assert found(WIDER, FIRST, replace(SECOND, status="discarded")) == ["open", "discarded"]
    assert found(SAVED, FIRST, SECOND) == ["fits", "overtaken"]


def test_what_was_taken_over_by_hand_is_not_open() -> None:
    """There the change by hand has the buttons."""
    assert found(WIDER, FIRST, editing="m0.1") == ["draft"]


def test_a_moved_slider_or_version_overtakes() -> None:
    """What was measured is no more what would be kept."""
    assert found(replace(WIDER, window=16), FIRST) == ["overtaken"]
    assert found(WIDER, replace(FIRST, saved=replace(SAVED, window=20))) == ["overtaken"]


def test_what_became_of_a_card_is_told_from_the_versions() -> None:
    """Applied, taken back, discarded; taking back is offered only where undo would do exactly that."""
    applied = replace(FIRST, status="applied", version=2)
    assert found(SAVED, applied, replace(FIRST, status="discarded")) == ["applied", "discarded"]
    assert shown(applied, "applied", Screen(BOT, SAVED))["can_take_back"] is True
    later = replace(BOT, head=replace(HEAD, number=3), redo_to=None)
    assert shown(applied, "applied", Screen(later, SAVED))["can_take_back"] is False
    back = replace(BOT, head=replace(HEAD, number=1), redo_to=2)
    assert states([message(1, applied)], Screen(back, SAVED)) == {"m1.1": "undone"}


def test_an_undo_by_words_makes_no_version() -> None:
    """Taking it back by "undo" would lead one version further back."""
    undo = Card((), WIDER, BOTH, saved=WIDER, status="applied", version=2, steps_back=1)
    back = Screen(BOT, SAVED)
    assert (shown(undo, "applied", back)["told"], shown(undo, "applied", back)["can_take_back"]) == (
        "Back at version 2", False,
    )  # fmt: skip
    assert shown(replace(undo, steps_back=-1), "applied", back)["told"] == "Version 2 again"


def test_an_undo_of_what_was_only_moved_says_where_it_went() -> None:
    """The draft is off the screen, and not overtaken by anything."""
    assert found(SAVED, Card((), WIDER, SAVED, saved=SAVED)) == ["off"]


def test_what_is_kept_with_a_card_is_said() -> None:
    """Apply keeps the whole screen, not the card's lines alone."""
    assert shown(SECOND, "open", Screen(BOT, BOTH))["also"] == "band width 1.2 → 1.5"
    assert shown(FIRST, "open", Screen(BOT, WIDER))["also"] == ""


def test_a_row_has_words_reason_and_its_way_on_the_track() -> None:
    """10 of the 25 bars between 5 and 30; a reason that is the same as above is not said again."""
    why = "k_sigma decides"
    made = rows([change("window", 15, 18, reason=why), change("k_sigma", 1.2, 1.5, reason=why)])
    assert (made[0]["label"], made[0]["before"], made[0]["after"]) == ("Window", "15", "18")
    assert made[0]["words"] == "window 18"
    assert [round(place, 6) for place in made[0]["track"]] == [0.4, 0.52]
    assert [each["reason"] for each in made] == ["Band width decides", ""]


def test_only_the_open_card_says_that_sliders_and_chart_show_it() -> None:
    """Elsewhere it would not be true."""
    screen = Screen(BOT, BOTH)
    texts = [each["text"] for each in entries(TALK, states(TALK, screen), screen)]
    assert texts == ["", "text", "One setting changes. Sliders and chart show it; nothing is kept until you apply it."]


def test_choices_and_the_offline_offer_belong_to_the_last_message() -> None:
    """A click further up would answer something long past."""
    asked = [replace(message(n, None), choices=("a", "b"), failed="rate") for n in (1, 2)]
    screen = Screen(BOT, SAVED)
    shown_last = [(each["choices"], each["is_unanswered"]) for each in entries(asked, {}, screen)]
    assert shown_last == [([], False), (["a", "b"], True)]
