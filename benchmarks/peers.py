"""The peers' environments: made on demand under .peers/, one a peer, so that none becomes a dependency of ours."""

import hashlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".peers"
PINS = Path(__file__).resolve().parent / "requirements-peers.txt"
FORECAST_PINS = PINS.with_name("requirements-forecast-peers.txt")
BANDIT_PINS = PINS.with_name("requirements-bandit-peers.txt")
EXPERIMENT_PINS = PINS.with_name("requirements-experiment-peers.txt")
OFF_POLICY_PINS = PINS.with_name("requirements-off-policy-peers.txt")
RECOMMEND_PINS = PINS.with_name("requirements-recommend-peers.txt")
RECTOOLS_PINS = PINS.with_name("requirements-rectools-peers.txt")
MOVIELENS_PINS = PINS.with_name("requirements-movielens.txt")
LONGEST = 900  # seconds to install one peer


@dataclass(frozen=True)
class Peer:
    """Another engine: what is installed (the first that can be), the module that runs it, the versions, and how."""

    name: str
    packages: tuple[str, ...]
    module: str
    pins: Path = PINS
    options: tuple[str, ...] = ()


BACKTESTING = Peer("backtesting.py", ("backtesting",), "benchmarks.peer_backtesting")
VECTORBT = Peer("vectorbt", ("vectorbt[rust]", "vectorbt"), "benchmarks.peer_vectorbt")
STATSFORECAST = Peer("statsforecast", ("statsforecast",), "benchmarks.peer_statsforecast", FORECAST_PINS)
ARCH = Peer("arch", ("arch",), "benchmarks.peer_arch", FORECAST_PINS)
MABWISER = Peer("mabwiser", ("mabwiser",), "benchmarks.peer_mabwiser", BANDIT_PINS)
GBSTATS = Peer("gbstats", ("gbstats",), "benchmarks.peer_gbstats", EXPERIMENT_PINS)
IMPLICIT = Peer("implicit", ("implicit",), "benchmarks.peer_implicit", RECOMMEND_PINS)
RECTOOLS = Peer("rectools", ("rectools",), "benchmarks.peer_rectools", RECTOOLS_PINS)
RECBOLE = Peer("recbole", ("recbole",), "benchmarks.movielens", MOVIELENS_PINS, ("--no-deps",))  # for its data alone
OBP = Peer("obp", ("obp",), "benchmarks.peer_obp", OFF_POLICY_PINS)
PEERS = (BACKTESTING, VECTORBT)
FORECASTERS = (ARCH, STATSFORECAST)


def python_of(peer: Peer) -> Path | None:
    """The peer's interpreter, in an environment made on demand; None, and a line that says why, when it cannot be."""
    home = FOLDER / peer.name.removesuffix(".py")
    inner = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    made = home / ".made"
    wanted = hashlib.sha256(f"{sys.version}{peer.pins.read_text()}".encode()).hexdigest()
    if made.exists() and made.read_text() == wanted and inner.exists():
        return inner
    try:
        make(peer, home, inner)
    except (OSError, subprocess.SubprocessError) as problem:
        print(f"{peer.name} cannot be installed here and is left out: {last_line(problem)}")
        return None
    made.write_text(wanted)
    return inner


def make(peer: Peer, home: Path, inner: Path) -> None:
    """A fresh environment with the pinned versions: by uv when it is there, else by venv and pip."""
    print(f"Installing {peer.name} into .peers/{home.name} ...", flush=True)
    shutil.rmtree(home, ignore_errors=True)
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    run([uv, "venv", "--python", sys.executable, str(home)] if uv else [sys.executable, "-m", "venv", str(home)])
    install = [uv, "pip", "install", "--python", str(inner)] if uv else [str(inner), "-m", "pip", "install"]
    for package in peer.packages:
        try:
            return run([*install, *peer.options, "-c", str(peer.pins), package])
        except subprocess.CalledProcessError:
            if package == peer.packages[-1]:
                raise
    return None


def run(command: list[str]) -> None:
    """Run quietly; what it said is in the error when it fails."""
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=LONGEST)


def asked(peer: Peer, *arguments: object, patience: float | None = None) -> bool:
    """Run a peer's script with these files in its own environment; False, and a line why, where it cannot be."""
    inner = python_of(peer)
    if inner is None:
        return False
    command = [str(inner), "-m", peer.module, *map(str, arguments)]
    try:
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=patience)
    except (OSError, subprocess.SubprocessError) as problem:
        print(f"{peer.name} failed and is left out: {last_line(problem)}")
        return False
    return True


def last_line(problem: OSError | subprocess.SubprocessError) -> str:
    """The end of what went wrong, in one line."""
    said = str(getattr(problem, "stderr", "") or problem).strip()
    return said.splitlines()[-1] if said else type(problem).__name__


if __name__ == "__main__":
    for each in (*PEERS, *FORECASTERS, GBSTATS, OBP, MABWISER, IMPLICIT, RECTOOLS, RECBOLE):
        if python_of(each):
            print(f"{each.name} is ready.")
