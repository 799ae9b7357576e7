"""A Dask scheduler by its address: reached or refused in one line, its workers asked which code they run."""

import logging
import re
import socket
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from distributed import Client
from distributed.security import Security
from distributed.versions import VersionMismatchWarning

from engine.core.errors import ClusterError, DataError
from engine.gateways.cluster.errand import other_code, told_apart

ADDRESS: Final = re.compile(r"(?P<way>tcp|tls)://(?P<host>\[[0-9a-fA-F:.]+\]|[^\s:/@]+):(?P<port>\d{1,5})/?")
CONNECTING: Final = 8.0  # seconds
LONGEST_GREETING: Final = 1 << 16
START: Final = "python -m dask worker"


@contextmanager
def connected(url: str) -> Iterator[Client]:
    """A client of this scheduler for the time of one piece of work; ClusterError where none answers."""
    check_address(url)
    warnings.simplefilter("ignore", VersionMismatchWarning)  # what matters is checked below, worker by worker
    for name in [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what goes wrong is said below, in one line
    try:
        client = Client(url, timeout=CONNECTING, set_as_default=False, name="toption")
    except (OSError, ImportError, ValueError) as error:
        raise ClusterError(
            f"no Dask scheduler could be reached at {url} ({_first(error)}). Start one there with"
            " python -m dask scheduler, and see docs/how-to/cluster.md."
        ) from error
    try:
        yield client
    finally:
        client.close(timeout=CONNECTING)


def check_address(url: str) -> None:
    """DataError where this is no address, ClusterError where nothing, or something else, answers there."""
    found = ADDRESS.fullmatch(url)
    if not found or not 0 < int(found["port"]) < 1 << 16:
        raise DataError(f"a cluster's address must be tcp://HOST:PORT or tls://HOST:PORT, was {url[:60]!r}.")
    is_tls = found["way"] == "tls"
    if is_tls and not _has_certificates():
        raise ClusterError(
            f"{url} needs certificates, and there are none that can be read. Set"
            " DASK_DISTRIBUTED__COMM__TLS__CA_FILE and the client's CERT and KEY, see docs/how-to/cluster.md."
        )
    try:
        line = socket.create_connection((found["host"].strip("[]"), int(found["port"])), CONNECTING)
    except OSError as error:
        raise ClusterError(
            f"nothing answers at {url} ({_first(error)}). Start a scheduler there with python -m dask scheduler,"
            " and see docs/how-to/cluster.md."
        ) from error
    with line:
        if not is_tls and not _greets(line):
            raise ClusterError(
                f"what answers at {url} is no Dask scheduler, or one for tls:// only. Look at the address."
            )


def _has_certificates() -> bool:
    """Whether this machine's settings name certificates that can be loaded."""
    try:
        return Security().get_connection_args("client").get("ssl_context") is not None
    except OSError:
        return False


def _greets(line: socket.socket) -> bool:
    """Whether a scheduler greets: at once, its length first. The client would wait for ever for one that does not."""
    try:
        greeting = line.recv(8)
    except OSError:
        return False
    return len(greeting) == 8 and int.from_bytes(greeting, "little") <= LONGEST_GREETING


def check_workers(client: Client, url: str) -> int:
    """How many threads all workers have; ClusterError where there is none, or one that runs other code."""
    told = client.run(_question(), on_error="return")
    if not told:
        raise ClusterError(
            f"the scheduler at {url} has no workers. Start some in checkouts of this version: {START} {url}"
        )
    for address, answer in sorted(told.items()):
        if isinstance(answer, str) and answer.startswith("code "):
            if answer != told_apart():
                raise ClusterError(f"{address}: {other_code(answer, told_apart())}")
        else:
            raise ClusterError(
                f"{address}: a worker cannot load Toption's code ({_first(answer)})."
                f" Start it inside a checkout, with its environment: {START} {url}"
            )
    return sum(int(each) for each in client.nthreads().values())


def _question() -> Callable[[], str]:
    """What a worker is asked: the versions of its code, or why it has none.

    A function inside another one is sent by its code and not by its name, so that a worker without ours can answer.
    """

    def asked() -> str:
        try:
            from engine.gateways.cluster.errand import told_apart as own  # noqa: PLC0415 - the worker's own
        except ImportError as error:
            return f"{type(error).__name__}: {error}"
        return own()

    return asked


def _first(error: Any) -> str:
    lines = str(error).splitlines()
    return lines[0][:200] if lines else type(error).__name__
