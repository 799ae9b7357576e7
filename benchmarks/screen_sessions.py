"""Many visitors at once, without browsers: each speaks Streamlit's own protocol over a websocket and moves a slider."""

import asyncio
import json
import random
import time
from typing import Any, Final, Self
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

TUNER: Final = "toption_live_tuner"
PATIENCE: Final = 60.0  # seconds
LOWEST, HIGHEST = 5, 30


class Visitor:
    """One session: what it was shown last."""

    def __init__(self, address: str, page: str = "tune_a_bot") -> None:
        self.address, self.page = address, page
        self.hash, self.tuner = "", ""
        self.shown: dict[str, Any] = {}

    async def __aenter__(self) -> Self:
        """Connect as the browser does."""
        place = urlsplit(self.address).netloc
        protocols = [websockets.Subprotocol("streamlit"), websockets.Subprotocol("PLACEHOLDER_AUTH_TOKEN")]
        self.line = await websockets.connect(
            f"ws://{place}/_stcore/stream", subprotocols=protocols, max_size=None, ping_interval=None, compression=None
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        """Go away."""
        await self.line.close()

    async def open(self) -> float:
        """Load the page; seconds until its script has ended."""
        return await self.asked(self.question(self.page))

    async def release(self, window: int) -> float:
        """Let go of the window's slider; seconds until the script has ended and shows that value."""
        act = {"count": self.shown["heard"] + 1, "values": {"window": window}}
        message = self.question("")
        state = message.rerun_script.widget_states.widgets.add()
        state.id = f"$$STREAMLIT_INTERNAL_KEY_{self.tuner}__events"
        state.json_trigger_value = json.dumps([{"event": "acted", "value": {"acts": [act]}}])
        seconds = await self.asked(message)
        held = next(knob["value"] for knob in self.shown["knobs"] if knob["name"] == "window")
        if held != window:
            raise SystemExit(f"A session asked for window {window} and was shown {held}.")
        return seconds

    def question(self, page: str) -> BackMsg:
        """A request for a run of the script."""
        message = BackMsg()
        message.rerun_script.page_script_hash = self.hash
        message.rerun_script.page_name = page
        message.rerun_script.context_info.timezone = "UTC"
        return message

    async def asked(self, message: BackMsg) -> float:
        """Send it and read until the run has ended."""
        start = time.perf_counter()
        await self.line.send(message.SerializeToString())
        while not await asyncio.wait_for(self.read(), PATIENCE):
            pass
        return time.perf_counter() - start

    async def read(self) -> bool:
        """Take in one message; whether it was the last of a run."""
        message = ForwardMsg.FromString(await self.line.recv())
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self.hash = message.navigation.page_script_hash
        elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "bidi_component":
            found = message.delta.new_element.bidi_component
            if found.component_name == TUNER:
                self.tuner, self.shown = found.id, json.loads(found.json)
        return kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


async def opened(address: str, count: int) -> list[Visitor]:
    """So many visitors with the page before them, come one after the other."""
    visitors = []
    for _ in range(count):
        visitor = await Visitor(address).__aenter__()
        await visitor.open()
        visitors.append(visitor)
    return visitors


async def everyone_at_once(visitors: list[Visitor], rounds: int) -> list[float]:
    """Seconds of every answer when all release in the same moment."""
    found: list[float] = []
    for number in range(rounds):
        windows = [LOWEST + (7 * at + 11 * number) % (HIGHEST - LOWEST + 1) for at in range(len(visitors))]
        found += await asyncio.gather(*(each.release(one) for each, one in zip(visitors, windows, strict=True)))
    return found


async def thinking(visitors: list[Visitor], times: int, pause: float, seed: int = 1) -> list[float]:
    """Seconds of every answer when each thinks `pause` seconds on average between two releases."""

    async def one(visitor: Visitor, chance: random.Random) -> list[float]:
        found = []
        for _ in range(times):
            await asyncio.sleep(chance.expovariate(1 / pause))
            found.append(await visitor.release(chance.randint(LOWEST, HIGHEST)))
        return found

    chances = [random.Random(f"{seed} {at}") for at in range(len(visitors))]  # noqa: S311 - pauses, no secrets
    answers = await asyncio.gather(*(one(each, chance) for each, chance in zip(visitors, chances, strict=True)))
    return [seconds for answer in answers for seconds in answer]


async def every_window(address: str) -> None:
    """One visitor looks at every window once, so that what is shared is there before memory is read."""
    async with Visitor(address) as visitor:
        await visitor.open()
        for window in range(LOWEST, HIGHEST + 1):
            await visitor.release(window)


async def leave(visitors: list[Visitor]) -> None:
    """Everybody goes."""
    await asyncio.gather(*(visitor.__aexit__() for visitor in visitors))
