"""`sweep --cluster`: the whole run, luck and walk-forward too, is that of this machine; without one, one line."""

from pathlib import Path

import pytest

from tests.builders import walk
from tests.cli.conftest import Command
from tests.gateways.cluster.crew import crew

ASKED = ["--window", "8,20", "--k-sigma", "0.5:1.5:0.5", "--luck", 19, "--json"]
TIMED = ("seconds", "ns_per_bar_per_configuration", "stages")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Candles of 120 days in a file."""
    walk(5, 24 * 120).table.to_csv(tmp_path / "walk.csv", index=False)
    return tmp_path / "walk.csv"


def test_the_whole_run_is_that_of_this_machine(command: Command, file: Path, tmp_path: Path) -> None:
    """Every documented number, to the last digit."""
    here = command("sweep", "--bars", file, *ASKED).json
    with crew(tmp_path, 1) as made:
        told = command("sweep", "--bars", file, *ASKED, "--cluster", made.url)
    assert told.status == 0
    assert {name: value for name, value in told.json.items() if name not in TIMED} == {
        name: value for name, value in here.items() if name not in TIMED
    }


def test_without_a_cluster_there_one_line_says_so(command: Command, file: Path) -> None:
    """Status 2 for what is no address, 1 for one where nothing answers."""
    told = command("sweep", "--bars", file, *ASKED, "--cluster", "8786")
    assert (told.status, told.out) == (2, "")
    assert told.err == "a cluster's address must be tcp://HOST:PORT or tls://HOST:PORT, was '8786'.\n"
    told = command("sweep", "--bars", file, *ASKED, "--cluster", "tcp://127.0.0.1:1")
    assert (told.status, told.out) == (1, "")
    assert told.err.startswith("nothing answers at tcp://127.0.0.1:1 ([Errno 111] Connection refused).")
