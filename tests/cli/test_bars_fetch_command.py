"""`bars fetch`: one command from an exchange to candles on disk, with exit statuses that scripts can trust."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.services.startup import ROOT, wall_clock
from tests.builders import START_MS, walk
from tests.cli.conftest import Answer, Command
from tests.loopback_exchange import LoopbackExchange, serving

HOUR = 3_600_000
BARS = walk(9, 3000)
WORDS = ("bars", "fetch", "--exchange", "binance", "--symbol", "BTC/USDT", "--step", "1h")


@pytest.fixture
def exchange(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackExchange]:
    """An exchange on this machine in every exchange's place."""
    with serving(LoopbackExchange(BARS, START_MS + 2500 * HOUR + 1)) as running:
        monkeypatch.setenv("TOPTION_EXCHANGE_URL", running.url)
        yield running


def fetched(command: Command, *more: str, since: str = "2025-01-01") -> Answer:
    return command(*WORDS, "--since", since, *more)


def test_candles_come_and_are_told_as_json(command: Command, exchange: LoopbackExchange) -> None:
    """Rows, first, last, problems; what is listed afterwards is the same."""
    told = fetched(command, "--json").json
    expected = {"symbol": "BTC/USDT", "step": "1h", "rows": 2500, "first": "2025-01-01T00:00:00+00:00",
                "last": "2025-04-15T03:00:00+00:00", "source": "binance", "simulated": False, "added": 2500,
                "resumed_from": None, "finished": True, "problems": [], "gap_list": []}  # fmt: skip
    assert {name: told[name] for name in expected} == expected
    again = fetched(command, "--json").json
    assert (again["added"], again["resumed_from"]) == (0, "2025-04-15T03:00:00+00:00")
    assert [each["rows"] for each in command("bars", "list", "--json").json["markets"]] == [2500]


def test_people_read_one_line(command: Command, exchange: LoopbackExchange) -> None:
    """And every repair above it."""
    exchange.spoil = lambda rows: [*rows, *rows[-1:]]
    answer = fetched(command, "--until", "2025-01-11")
    assert (answer.status, answer.out) == (0, "")
    assert "BTC/USDT 1h: 240 candles (240 new), 2025-01-01 00:00 to 2025-01-10 23:00 UTC, no gap." in answer.err
    assert "1 candle came twice: kept once (at 2025-01-10 23:00 UTC)." in answer.err


def test_what_is_missing_and_mended_is_in_the_answer(command: Command, exchange: LoopbackExchange) -> None:
    """A script can refuse a market with holes."""
    exchange.spoil = lambda rows: [row for row in rows if row[0] != START_MS + 30 * HOUR]
    told = fetched(command, "--json").json
    assert (told["gaps"], told["missing"]) == (1, 1)
    assert told["gap_list"] == [
        {"after": "2025-01-02T05:00:00+00:00", "before": "2025-01-02T07:00:00+00:00", "missing": 1}
    ]


def test_ctrl_c_keeps_what_came_and_says_how_to_go_on(command: Command, exchange: LoopbackExchange) -> None:
    """Status 1: not all that was asked for is here; the same command goes on."""
    before = signal.getsignal(signal.SIGINT)  # ignored where a shell has put the tests into the background
    exchange.heard = lambda: signal.raise_signal(signal.SIGINT) if len(exchange.asked) == 3 else None
    stopped = fetched(command, "--json")
    assert stopped.status == 1
    assert (stopped.json["finished"], stopped.json["rows"]) == (False, 1000)
    assert "Run the same command again to go on" in stopped.err
    assert signal.getsignal(signal.SIGINT) is before
    assert fetched(command, "--json").json["rows"] == 2500


@pytest.mark.parametrize(("words", "claim"), [
    (("--exchange", "binanse"), "exchange must be one that ccxt knows, was 'binanse'"),
    (("--symbol", "BTC/USDX"), "'BTC/USDX' is not listed on binance"),
    (("--step", "7m"), "step must be one that binance offers"),
    (("--since", "yesterday"), "since must be a day such as 2024-01-01, was 'yesterday'"),
    (("--until", "2025-13-01"), "until must be a day such as"),
    (("--since", "2031-01-01"), "since must be a time from 1970 on and before"),
    (("--name", "SIM-BTC"), "names with SIM- belong to simulated candles"),
])  # fmt: skip
def test_a_wrong_request_is_status_2_and_one_line(
    words: tuple[str, str], claim: str, command: Command, exchange: LoopbackExchange, data: Path
) -> None:
    """What is allowed, what it was; nothing on stdout, nothing stored."""
    answer = fetched(command, *words, "--json")
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert claim in answer.err
    assert not list(data.glob("candles/*"))


def test_an_exchange_that_does_not_serve_is_status_1(command: Command, exchange: LoopbackExchange) -> None:
    """The request was right: a script may try again."""
    exchange.fail("markets", lambda _: (403, {}, b'{"code":-2015,"msg":"restricted"}'))
    answer = fetched(command, "--json")
    assert (answer.status, answer.out, answer.err.count("\n")) == (1, "", 1)
    assert answer.err.startswith("binance does not serve this place")


def test_without_a_network_it_is_one_line(command: Command, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commonest fault of all."""
    monkeypatch.setenv("TOPTION_EXCHANGE_URL", "http://127.0.0.1:9")
    answer = fetched(command)
    assert answer.status == 1
    assert answer.err == "binance cannot be reached. Check the connection to the internet and fetch again.\n"


def test_a_bad_address_of_the_mirror_is_named(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A typing mistake in `.env`."""
    monkeypatch.setenv("TOPTION_EXCHANGE_URL", "localhost:9")
    assert "TOPTION_EXCHANGE_URL must begin with http:// or https://" in fetched(command).err


def test_other_commands_do_not_load_the_client() -> None:
    """A quarter of a second that only a fetch needs."""
    code = "import sys, engine.cli.main; print('ccxt' in sys.modules, 'requests' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False False"
    assert wall_clock() > START_MS
