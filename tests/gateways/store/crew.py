"""Writers that run in processes of their own, to be killed or to crowd one store."""

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier

from engine.bots.parameters import BotParameters
from engine.core.errors import ConflictError
from engine.gateways.store.bots import Change, NewBot
from engine.gateways.store.desk import HOUSE, Principal
from engine.gateways.store.issued import Line
from engine.gateways.store.runs import NewRun
from engine.gateways.store.store import Store
from tests.forecast.track.making import an_issued

ADA = Principal("ada")
# forkserver imports this module once, so that a new process costs milliseconds.
PROCESSES = multiprocessing.get_context(
    "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
)
if PROCESSES.get_start_method() == "forkserver":
    PROCESSES.set_forkserver_preload([__name__])


def own_market() -> str:
    """A market that no other process of the same parent has a bot on."""
    return multiprocessing.current_process().name


def look_when_told(url: str, start: Barrier, said: Connection) -> None:
    """Look at a market for the first time in the same moment as everybody else, and say which bot it has."""
    store = Store.open(url)
    start.wait()
    said.send(store.acting_as(ADA).create_bot(NewBot("Dip", "BTC/USDT", "1h", BotParameters(), ""), at_ms=1).id)


def issue_when_told(url: str, start: Barrier, cutoffs: tuple[int, ...]) -> None:
    """Issue the same forecasts, one after the other, in the same moment as everybody else."""
    store = Store.open(url)
    start.wait()
    for cutoff in cutoffs:
        store.forecasts(HOUSE).issue(Line(), [an_issued(cutoff)])
    store.close()


def write_for_ever(url: str, acknowledge: Connection) -> None:
    """Save version after version, saying each one's number and window only once it is saved."""
    desk = Store.open(url).acting_as(ADA)
    bot = desk.create_bot(NewBot("Dip", own_market(), "1h", BotParameters(), ""), at_ms=1)
    while True:
        change = Change(BotParameters(window=5 + bot.head.number % 26), "auto", "")
        bot = desk.apply(bot.id, change, bot.revision, at_ms=2)
        acknowledge.send((bot.id, bot.revision, bot.head.number, bot.head.parameters.window))


def a_run(number: int) -> NewRun:
    """Run number `number`, whose result tells its number at every place."""
    result = number.to_bytes(4, "big") * 20_000
    return NewRun(f"run{number:05d}", number, "SIM-BTC", "1h", "{}", "hash", "code", 676, "{}", result)


def keep_runs_for_ever(url: str, acknowledge: Connection) -> None:
    """Keep run after run and forget every third, saying each number only once it is kept."""
    desk = Store.open(url).acting_as(ADA)
    number = 1 + desk.configurations_tried("SIM-BTC", "1h") // 676
    while True:
        desk.keep_run(a_run(number))
        if number % 3 == 0:
            desk.forget_run(a_run(number).key, at_ms=number)
        acknowledge.send((number, number, number, number))
        number += 1


def open_when_told(url: str, told: Connection) -> None:
    """Say that everything is imported, then open a store as soon as the word comes."""
    told.send("ready")
    told.recv()
    Store.open(url)
    told.send("open")


def crowd(url: str, start: Barrier, saves: int) -> None:
    """Open the same store at the same moment as everybody else, then save to the same bot by turns."""
    Store.open("sqlite://").close()  # everything imported, so that all reach the store in the same moment
    start.wait()
    desk = Store.open(url).acting_as(ADA)
    desk.create_bot(NewBot("Own", own_market(), "1h", BotParameters(), ""), at_ms=1)
    start.wait()  # until everybody's bot is there: the oldest is the same for all
    shared = desk.bots()[0]
    saved = 0
    while saved < saves:
        window = 5 + shared.head.number % 26
        try:
            desk.apply(shared.id, Change(BotParameters(window=window), "you", ""), shared.revision, at_ms=2)
            saved += 1
        except ConflictError:
            pass
        shared = desk.bot(shared.id)
