"""Whatever a reader of words proposes: no value out of bounds, no unknown setting, nothing clamped in silence."""

import math
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.bots.parameters import KNOBS, as_dict
from engine.chat.edits import Edit, Proposal, Request, Restore
from engine.core.errors import ConflictError, ParameterError
from engine.gateways.store.bots import Bot
from engine.services import bot_papers, converse, tune_bot
from engine.services.conversation.answering import answer
from engine.services.conversation.message import Message
from engine.services.conversation.paper import line_of
from engine.services.conversation.setting import request
from engine.services.startup import App, open_app, read_settings
from tests.services.talking import opened, said

WORDS = "raise the window to 12, set k_sigma to 1.5 and double the size, please"
NUMBERS = (None, 0, -1, 0.5, 1, 1.5, 2.0, 11, 12, 29.9, 30, 31, 89, 91, 1e-320, 1e300, -1e300, 2**63,
           math.nan, math.inf, -math.inf)  # fmt: skip
NAMES = (*KNOBS, *KNOBS, "leverage", "window; drop", "__class__", "")
EVIDENCE = (WORDS, "raise the window to 12", "k_sigma to 1.5", "double the size", "", "everything", "size,  please")
OPS = ("set", "set", "scale", "shift", "increase", "decrease", "default", "previous")
RESTORES = (Restore("undo", 10**9), Restore("version", number=10**30), Restore("time", at_ms=-5), Restore("redo"),
            Restore("label", label="x" * 100), Restore("default"), Restore("undo", only=("window",)))  # fmt: skip


def edits(rng: random.Random) -> Iterator[Edit]:
    for _ in range(rng.randint(0, 4)):
        yield Edit(
            rng.choice(NAMES), rng.choice(OPS), rng.choice(EVIDENCE), rng.choice(NUMBERS),
            rng.choice((None, "on", "off", "breakout", "1h", "7m", "<b>", "x" * 5000)),
            rng.choice(("slight", "ordinary", "large")), rng.choice(("plain", "plain", "percent", "basis points")),
            rng.choice((None, None, "up", "down")),
        )  # type: ignore[arg-type]  # fmt: skip


def hostile(seed: int, many: int) -> Iterator[Proposal]:
    """Proposals of every kind and none."""
    rng = random.Random(seed)  # noqa: S311 - a test that repeats
    for _ in range(many):
        intent = rng.choice(("edit", "edit", "edit", "edit", "restore", "question", "unclear"))
        restore = rng.choice(RESTORES) if intent == "restore" or rng.random() < 0.05 else None
        keep = tuple(rng.sample(list(KNOBS), rng.choice((0, 0, 0, 2))))
        says = rng.choice(("", "this will earn 10 %", "\0\ud800<script>", "x" * 20_000))
        yield Proposal(intent, tuple(edits(rng)), keep, restore, says=says)  # type: ignore[arg-type]


def answers(app: App, bot: Bot, seed: int, many: int) -> Iterator[tuple[Request, Message]]:
    asked = Message("m", bot.id, 1, "you", WORDS, draft=bot.head.parameters)
    wanted = request(app, bot, asked, ())
    for number, proposal in enumerate(hostile(seed, many)):
        read = Message(f"{seed}-{number}.1", bot.id, 1, "offline", "", proposal=proposal)
        yield wanted, answer(app, bot, wanted, read, ())


def check(made: Message) -> None:
    """Nothing that a card holds is outside its bounds, rests on no words, or was changed without saying so."""
    assert made.card is not None
    for one in made.card.decisions:
        changes = one.status in ("applied", "clamped")
        name = one.edit.parameter
        assert not changes or (name in KNOBS and bool(one.edit.evidence) and one.edit.evidence in WORDS)
        assert not changes or getattr(made.card.after, name) == one.after
        assert (one.status == "clamped") <= bool(one.reason)
        assert one.reason in made.text or len(made.text) > 10_000
        if one.status == "applied" and one.edit.op == "set" and one.edit.unit == "plain" and not one.edit.choice:
            assert one.after == one.edit.value
    for name, value in as_dict(made.card.after).items():
        assert KNOBS[name].problem(name, value) is None
    moved = {one.edit.parameter for one in made.card.decisions if one.before != one.after}
    assert all(getattr(made.card.after, name) == getattr(made.card.before, name) for name in KNOBS if name not in moved)


def test_hostile_proposals_get_nothing_past_the_engine(app: App) -> None:
    """From the reading to the card, with the store behind it."""
    bot = opened(app)
    cards = [made for _, made in answers(app, bot, 1, 1500) if made.card is not None]
    assert len(cards) > 100
    for made in cards:
        check(made)


def test_what_is_applied_of_them_is_within_bounds_too(app: App) -> None:
    """Every card clicked, twice where it asks for it: the bot stays a bot."""
    bot = opened(app)
    app.desk().say(bot.id, line_of(Message("2-0", bot.id, 1, "you", WORDS)))
    applied = 0
    for _, made in answers(app, bot, 2, 200):
        if made.card is None:
            continue
        app.desk().say(bot.id, line_of(Message(made.id.split(".")[0], bot.id, 1, "you", WORDS)))
        app.desk().say(bot.id, line_of(made))
        before = bot
        try:
            bot = converse.apply_card(app, bot, made.id, confirmed=True)
            applied += 1
        except (ParameterError, ConflictError):
            assert tune_bot.open_bot(app, "TEST", "1h") == before
        for name, value in as_dict(bot.head.parameters).items():
            assert KNOBS[name].problem(name, value) is None
        bot = tune_bot.undo(app, bot) if bot.undo_to else bot
    assert applied > 5


@pytest.mark.soak
def test_ten_thousand_hostile_proposals(app: App) -> None:
    """The promise in full."""
    bot = opened(app)
    for seed in range(10, 14):
        for _, made in answers(app, bot, seed, 2_500):
            if made.card is not None:
                check(made)


def test_planted_keys_are_in_no_store_log_or_export(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """In words, pasted text, names and labels: what looks like a key goes nowhere."""
    caplog.set_level(0)
    keys = ("sk-ant-api03-PlantedA1234567890", "PlantedB9" * 8, "PlantedC7abcdefgh1234567890abcdefgh12345678")
    settings = read_settings({"TOPTION_DATA": str(tmp_path), "CLAUDE_API_KEY": ""}, tmp_path / "none.env")
    app = open_app(settings)
    bot = opened(app)
    for place, key in enumerate(keys):
        made = said(app, bot, f"set window to {11 + place}, key {key}", pasted=f"secret: {key}")
        bot = converse.apply_card(app, bot, made.id)
        bot_papers.label(app, bot, bot.head.number, f"mine {key}"[:40])
        bot_papers.keep_preset(app, f"p {key}"[:40], bot.head.parameters)
    told = repr(converse.talk(app, bot)) + bot_papers.exported(bot, bot.head.parameters) + caplog.text
    app.store.close()
    stored = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert "Planted" not in told
    assert b"PlantedA" not in stored
    assert b"PlantedB9PlantedB9" not in stored
    assert b"PlantedC7abcdefgh" not in stored
