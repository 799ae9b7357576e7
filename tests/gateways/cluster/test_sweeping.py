"""A sweep on other machines is the sweep: the same bits, whoever is lost on the way, or one line that says why not."""

import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import dask
import numpy as np
import pytest

from engine.bots.backtest import Setup
from engine.bots.luck.permutation import Shuffles, luck_test
from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Grid, axis
from engine.bots.sweep.sweep import sweep, sweep_stretches
from engine.bots.sweep.swept import Swept, Workload
from engine.core.errors import ClusterError, DataError
from engine.gateways.cluster.sweeping import Cluster
from tests.bots.sweep.test_parts import alike
from tests.builders import tape, walk
from tests.gateways.cluster.crew import ROOT, Crew, crew

GRID = Grid(BotParameters(), (axis("window", "5:30"), axis("k_sigma", "0.6:3.0:0.3")))
MARKET = tape(walk(1, 24 * 150))
SETUP = Setup()
WHOLE = sweep(MARKET, GRID, SETUP, daily=True)


def over(cluster: Cluster, workload: Workload | None = None, daily: bool = False) -> Swept | None:
    """The sweep, worked out there."""
    return sweep(MARKET, GRID, SETUP, replace(workload or Workload(), workshop=cluster), daily)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crew]:
    """A scheduler and two workers of one thread each, shared by the tests that leave them as they were."""
    with crew(tmp_path_factory.mktemp("pair"), 2) as made:
        yield made


def test_every_number_is_that_of_this_machine(pair: Crew) -> None:
    """To the last bit: the place where it was worked out must not show."""
    heard: list[tuple[int, int]] = []
    watched = Workload(progress=lambda done, of: heard.append((done, of)))
    cluster = Cluster(pair.url)
    assert alike(over(cluster, watched, daily=True), WHOLE)
    assert heard[-1][0] == heard[-1][1] >= 8
    cuts = (0, 60, 149)
    here = sweep_stretches(MARKET, GRID, SETUP, cuts)
    assert alike(sweep_stretches(MARKET, GRID, SETUP, cuts, Workload(workshop=cluster)), here)


def test_the_luck_test_finds_the_same_markets_there(pair: Crew) -> None:
    """A surrogate hangs on its number alone, not on who draws it."""
    few, asked = Grid(GRID.base, (axis("window", "8,20"), axis("k_sigma", "1,2"))), Shuffles(20, seed=4)
    here = luck_test(MARKET, few, SETUP, asked)
    there = luck_test(MARKET, few, SETUP, asked, Workload(workshop=Cluster(pair.url)))
    assert np.array_equal(there.lucky, here.lucky)
    assert (there.observed, there.p_value) == (here.observed, here.p_value)


def test_it_can_be_stopped(pair: Crew) -> None:
    """And the workers are free for the next one."""
    assert over(Cluster(pair.url), Workload(cancelled=lambda: True)) is None
    assert alike(over(Cluster(pair.url), daily=True), WHOLE)


def test_a_mistake_in_the_request_is_the_same_mistake_there(pair: Crew) -> None:
    """The message names the bot's timeframe, not a worker."""
    other = Grid(replace(BotParameters(), timeframe="4h"), GRID.axes)
    with pytest.raises(DataError, match="the bot's timeframe is 4h, the candles are 1h"):
        sweep(MARKET, other, SETUP, Workload(workshop=Cluster(pair.url)))


def killing(process: subprocess.Popen[bytes]) -> Workload:
    """A workload that ends a process as soon as the pieces have been given out."""
    asked: list[bool] = []

    def kill() -> bool:
        asked.append(False)
        if len(asked) == 2:
            process.send_signal(signal.SIGKILL)
        return False

    return Workload(cancelled=kill)


def test_a_worker_that_is_killed_midway_costs_a_piece_and_no_result(tmp_path: Path) -> None:
    """Machines that others own go away; with the last one gone, one line says how far it got."""
    with crew(tmp_path, 2) as made:
        _, first, second = made.processes
        assert alike(over(Cluster(made.url), killing(first), daily=True), WHOLE)
        assert first.wait() == -signal.SIGKILL
        with pytest.raises(ClusterError, match=r"every worker was lost at tcp://\S+ with [0-3] of 4 pieces done\. Sta"):
            over(Cluster(made.url, patience=0.5), killing(second))
        with pytest.raises(ClusterError, match=f"the scheduler at {made.url} has no workers. Start some"):
            over(Cluster(made.url))


def test_a_scheduler_that_goes_away_is_said_so(tmp_path: Path) -> None:
    """Nothing waits for ever."""
    refused = pytest.raises(ClusterError, match=r"the scheduler went away at tcp://\S+ with \d of \d pieces done")
    with crew(tmp_path, 1) as made, refused:
        over(Cluster(made.url), killing(made.scheduler))


def test_a_worker_without_this_very_code_is_refused(tmp_path: Path) -> None:
    """Numbers of two versions in one table would be nobody's."""
    shutil.copytree(ROOT / "engine", tmp_path / "other" / "engine", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "other" / "engine" / "bots" / "step.py").open("a") as changed:
        changed.write("# another day\n")
    for place, told in ((tmp_path, "cannot load Toption's code (ModuleNotFoundError: No module named 'engine')."),
                        (tmp_path / "other", "Bring its checkout to the same commit")):  # fmt: skip
        (folder := tmp_path / place.name / "crew").mkdir(parents=True)
        refused = pytest.raises(ClusterError, match=rf"tcp://\S+: a worker .*{re.escape(told)}")
        with crew(folder, 1, place) as made, refused:
            over(Cluster(made.url))


@pytest.mark.parametrize("url", ["8786", "http://a:8786", "tcp://a", "tcp://a:99999", "tcp://:1", "tcp://a b:1"])
def test_what_is_no_address_is_refused(url: str) -> None:
    """Before anything is asked of a network."""
    with pytest.raises(DataError, match="must be tcp://HOST:PORT or tls://HOST:PORT, was"):
        over(Cluster(url))


def test_where_nothing_or_something_else_answers_one_line_says_so() -> None:
    """The library alone would wait for ever for a greeting from what is no scheduler."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def hang_up() -> None:
            server.accept()[0].close()

        Thread(target=hang_up, daemon=True).start()
        with pytest.raises(ClusterError, match=f"what answers at tcp://127.0.0.1:{port} is no Dask scheduler"):
            over(Cluster(f"tcp://127.0.0.1:{port}"))
    with pytest.raises(ClusterError, match=f"nothing answers at tcp://127.0.0.1:{port} .*Connection refused"):
        over(Cluster(f"tcp://127.0.0.1:{port}"))


def test_tls_without_certificates_is_refused() -> None:
    """Before anything is sent."""
    with pytest.raises(ClusterError, match=r"tls://127\.0\.0\.1:1 needs certificates, and there are none"):
        over(Cluster("tls://127.0.0.1:1"))
    with (
        dask.config.set({"distributed.comm.tls.ca-file": "none.pem"}),
        pytest.raises(ClusterError, match="needs certificates"),
    ):
        over(Cluster("tls://127.0.0.1:1"))


def test_without_the_library_one_line_says_how_to_get_it() -> None:
    """It is optional: who sweeps on one machine does not need it."""
    code = (
        "import sys; sys.modules['distributed'] = None\n"
        "from engine.gateways.cluster.sweeping import Cluster\nfrom engine.bots.sweep.swept import Workload\n"
        "from engine.bots.backtest import Setup\nfrom engine.bots.parameters import BotParameters\n"
        "from engine.bots.sweep.grid import Grid, axis\nfrom tests.builders import tape, walk\n"
        "grid = Grid(BotParameters(), (axis('window', '9'),))\n"
        "Cluster('tcp://a:1').sweep(tape(walk()), grid, Setup(), Workload(), False)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1].endswith(
        "ClusterError: a cluster needs distributed, which is not installed here."
        " Install it with pip install -r requirements-cluster.txt, or leave --cluster out."
    )
