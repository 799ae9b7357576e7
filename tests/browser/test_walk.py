"""A random walk over the tuner's page: after every act sliders, chart, versions and files agree with a plain model."""

import json
import math
import random
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, expect

from engine.bots.parameters import CORE_FOUR, KNOBS, BotParameters, as_dict
from engine.bots.settings.document import Document, read, written
from engine.bots.settings.risk_profiles import preset
from engine.bots.strategy import band
from engine.bots.tape import Tape, tape_of
from engine.services import bot_papers, tune_bot
from engine.services.startup import App, open_app, read_settings
from pages.ui.look import price
from pages.ui.tuner.actions import PRESETS
from tests.browser.hands import press, slider, turn
from tests.browser.tuner_model import TunerModel

pytestmark = pytest.mark.browser
Check = Callable[[Page], Any]
MARKET = ("SIM-SOL", "1h")
BOUND = ("timeframe", "style", "order_type", "allow_short")
KEYS = {"window": ("ArrowLeft", "ArrowRight", "End"), "k_sigma": ("ArrowRight", "ArrowLeft", "Home"),
        "risk_factor": ("Home", "End", "ArrowRight"), "base_trade_size": ("ArrowRight", "ArrowRight")}  # fmt: skip


@dataclass
class Walk:
    """One visitor's page, the engine behind it, and the model that it is held against."""

    page: Page
    settled: Check
    app: App
    tape: Tape
    chance: random.Random
    model: TunerModel

    @property
    def bot(self) -> tune_bot.Bot:
        """The bot as it is kept."""
        return tune_bot.open_bot(self.app, *MARKET)

    def slide(self, name: str, key: str) -> None:
        """Turn one slider by a key."""
        knob, now = KNOBS[name], getattr(self.model.shown, name)
        low, high = knob.allowed or (now, now)
        step = knob.step or 1
        down, up = (math.ceil(now / step - 1e-6) - 1) * step, (math.floor(now / step + 1e-6) + 1) * step
        steps = {"ArrowLeft": down, "ArrowRight": up, "Home": low, "End": high}
        value = round(min(max(steps[key], low), high), knob.decimals)
        turn(self.page, name, key, self.settled)
        if value != now:
            self.model.move({name: int(value) if knob.type == "int" else value})

    def core(self) -> None:
        """One of the four sliders."""
        name = self.chance.choice(CORE_FOUR)
        self.slide(name, self.chance.choice(KEYS[name]))

    def other(self) -> None:
        """A setting from under "All settings"."""
        if not slider(self.page, "stop_loss_pct").is_visible():
            self.page.get_by_text("All settings").click()
            expect(slider(self.page, "stop_loss_pct")).to_be_visible()
            self.settled(self.page)
        self.slide(
            self.chance.choice(("stop_loss_pct", "max_holding_bars")), self.chance.choice(("Home", "ArrowRight"))
        )

    def take_preset(self) -> None:
        """One of the three presets."""
        name = self.chance.choice(list(PRESETS))
        press(self.page, name, self.settled)
        values = as_dict(preset(PRESETS[name]))
        self.model.move({key: value for key, value in values.items() if key not in BOUND})

    def undo(self) -> None:
        """By the button or its key."""
        self.back_or_forth("Undo", "Control+z")
        if self.model.can_undo:
            self.model.undo()

    def redo(self) -> None:
        """By the button or its key."""
        self.back_or_forth("Redo", "Control+y")
        if self.model.can_redo:
            self.model.redo()

    def back_or_forth(self, name: str, key: str) -> None:
        """Press the button where it can be pressed, else the key."""
        button = self.page.get_by_role("button", name=name)
        if button.is_enabled() and self.chance.random() < 0.5:
            button.click()
        else:
            self.page.locator("h2").first.click()
            self.page.keyboard.press(key)
        self.page.wait_for_timeout(300)
        self.settled(self.page)

    def apply(self) -> None:
        """Keep the change, where there is one."""
        if self.model.shown != self.model.saved:
            press(self.page, "Apply", self.settled)
            self.model.apply()

    def discard(self) -> None:
        """Give the change up, where there is one."""
        if self.model.shown != self.model.saved:
            press(self.page, "Discard", self.settled)
            self.model.become({})

    def restore(self) -> None:
        """Bring one of the newest versions back."""
        newest = range(self.model.newest, max(0, self.model.newest - 4), -1)
        known = [number for number in newest if self.model.settings[number] != self.model.saved]
        if known:
            number = self.chance.choice(known)
            # A button with a hint stands in the page twice, for a mouse and for a finger.
            self.page.locator(f".st-key-restore_{self.bot.id}_{number} button").filter(visible=True).click()
            self.page.wait_for_timeout(300)
            self.settled(self.page)
            self.model.append(self.model.settings[number])

    def import_file(self) -> None:
        """Take a file's settings."""
        wanted = BotParameters(window=self.chance.randrange(8, 25), stop_loss_pct=self.chance.choice((2.0, 4.0)))
        self.choose_from_menu("Import a file")
        file = {"name": "bot.json", "mimeType": "application/json", "buffer": written(Document(wanted)).encode()}
        self.page.locator('input[type="file"]').set_input_files(file)
        press(self.page, "Take into my change", self.settled)
        self.model.move(as_dict(wanted))

    def second_tab(self) -> None:
        """Somebody else keeps a version; what this visitor tries to keep on the old one is refused."""
        bot = self.bot
        theirs = replace(bot.head.parameters, cooldown_bars=(bot.head.parameters.cooldown_bars + 1) % 12)
        tune_bot.apply(self.app, bot, theirs, "from another window")
        is_dirty = self.model.shown != self.model.saved
        if is_dirty:
            press(self.page, "Apply", self.settled)
            expect(self.page.get_by_test_id("stAlert")).to_contain_text("was changed meanwhile")
        else:
            self.slide("window", "End")
        self.model.elsewhere(theirs)

    def reload(self) -> None:
        """A new session: nothing is lost, neither versions nor moves nor the way back and forth along them."""
        self.page.reload()
        self.settled(self.page)

    def export(self) -> None:
        """The file and the link say what the screen shows."""
        self.choose_from_menu("Export as a file")
        with self.page.expect_download() as saved:
            self.page.get_by_role("button", name="Save as a file").click()
        assert read(saved.value.path().read_text("utf-8")).parameters == self.model.shown
        address = self.page.get_by_role("dialog").locator("code").inner_text()
        linked = bot_papers.linked(dict(parse_qsl(urlsplit(address).query)), BotParameters())
        assert replace(BotParameters(), **linked.values) == self.model.shown
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_role("dialog")).to_have_count(0)
        self.settled(self.page)

    def choose_from_menu(self, name: str) -> None:
        """One entry of the bot's menu."""
        self.page.get_by_role("button", name="More").click()
        self.page.get_by_text(name, exact=True).click()
        expect(self.page.get_by_role("dialog")).to_be_visible()
        self.settled(self.page)

    def agrees(self) -> None:
        """Sliders, chart, buttons and versions show what the model says, and so does the store."""
        model, shown = self.model, self.model.shown
        for name in CORE_FOUR:
            expect(slider(self.page, name)).to_have_value(f"{getattr(shown, name):g}")
        edges = band(self.tape, shown.window, shown.k_sigma)
        said = f"band {price(edges.lower[-1])} to {price(edges.upper[-1])}"
        expect(self.page.locator(".picture")).to_have_attribute("aria-label", re.compile(re.escape(said)))
        expect(self.page.get_by_text(f"{model.newest} kept", exact=True)).to_be_visible()
        for name, offered in (("Undo", model.can_undo), ("Redo", model.can_redo)):
            expect(self.page.get_by_role("button", name=name)).to_be_enabled(enabled=offered)
        expect(self.page.get_by_role("button", name="Discard")).to_have_count(int(shown != model.saved))
        expect(self.page.locator(f".st-key-restore_{self.bot.id}_{model.head}")).to_have_count(0)
        kept = {version.number: version.parameters for version in tune_bot.history(self.app, self.bot)}
        assert (kept, self.bot.head.number) == (model.settings, model.head)


ACTS = (
    *(Walk.core,) * 4, Walk.other, Walk.take_preset, *(Walk.undo,) * 4, *(Walk.redo,) * 3, *(Walk.apply,) * 2,
    Walk.discard, Walk.restore, Walk.import_file, Walk.second_tab, Walk.reload, Walk.export,
)  # fmt: skip


@pytest.fixture
def walk(
    sample: Path, tmp_path: Path, serve: Callable[[Path], AbstractContextManager[str]],
    open_page: Callable[..., Page], settled: Check,
) -> Iterator[Callable[[int], Walk]]:  # fmt: skip
    """A walk from a seed, on an installation of its own."""
    (tmp_path / "candles").mkdir()
    for file in (sample / "candles").glob(f"{MARKET[0]}*"):
        (tmp_path / "candles" / file.name).write_bytes(file.read_bytes())
    with serve(tmp_path) as address:
        page = open_page(f"{address}/tune_a_bot?market={MARKET[0]} · {MARKET[1]}")
        app = open_app(read_settings({"TOPTION_DATA": str(tmp_path)}))
        tape = tape_of(app.candles.bars(*MARKET), app.candles.market(*MARKET), "1h")
        yield lambda seed: Walk(page, settled, app, tape, random.Random(seed), TunerModel())  # noqa: S311
        page.goto("about:blank")  # let go of the server before it stops


def go(walk: Walk, rounds: int) -> None:
    """Every act, in any order, so many times; where the page and the model part, the way there is told."""
    done = []
    for act in (act for _ in range(rounds) for act in walk.chance.sample(ACTS, len(ACTS))):
        done.append(act.__name__)
        try:
            act(walk)
            walk.agrees()
        except AssertionError as error:
            told = json.dumps({"acts": done, "draft": walk.model.draft, "head": walk.model.head}, indent=1)
            raise AssertionError(f"{told}\n{error}") from error


def test_page_and_model_agree_after_every_act(walk: Callable[[int], Walk]) -> None:
    """Undo over a restore over another window's version: what no single test thinks of."""
    go(walk(7), rounds=1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(6))
def test_page_and_model_agree_on_long_walks(walk: Callable[[int], Walk], seed: int) -> None:
    """As above, for ten minutes."""
    go(walk(seed), rounds=6)
