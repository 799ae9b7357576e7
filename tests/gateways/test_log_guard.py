"""No log line of this process holds a key, whoever writes it."""

import logging
from collections.abc import Iterator

import pytest

from engine.gateways.log_guard import guard_logs

KEYS = (
    "sk-ant-api03-AbCdEfGhIjKl",
    "Bearer abcdef0123456789abcdef",
    "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",  # the shape of an exchange's key
    "postgresql://toption:hunter22@db/toption",
    "x-api-key: 0123456789abcdef",
)


@pytest.fixture(autouse=True)
def _guarded() -> Iterator[None]:
    """The guard for these tests only."""
    before = logging.getLogRecordFactory()
    guard_logs()
    yield
    logging.setLogRecordFactory(before)


@pytest.mark.parametrize("key", KEYS)
def test_a_key_in_a_message_an_argument_or_a_traceback_is_hidden(key: str, caplog: pytest.LogCaptureFixture) -> None:
    """Tracebacks print what functions were called with."""
    logger = logging.getLogger("somebody.else")
    logger.error("plain %s", key)
    logger.error(f"joined {key}")
    try:
        raise ValueError(f"refused {key}")
    except ValueError:
        logger.exception("caught")
    secret_part = key.rsplit(maxsplit=1)[-1].split("@", maxsplit=1)[0].rsplit(":", maxsplit=1)[-1]
    assert "caught" in caplog.text
    assert secret_part not in caplog.text


@pytest.mark.parametrize("message", [
    "set window to 12", "basic configuration of the desk", "request req_011CSHoEeqs5C35K2UUqR7Fy took 812 ms",
])  # fmt: skip
def test_ordinary_lines_stay_as_they_are(message: str, caplog: pytest.LogCaptureFixture) -> None:
    """A log that hides everything helps nobody."""
    logging.getLogger("ours").warning(message)
    assert message in caplog.text


def test_a_line_whose_arguments_do_not_fit_is_still_guarded(caplog: pytest.LogCaptureFixture) -> None:
    """Careless logging must not be the hole."""
    factory = logging.getLogRecordFactory()
    record = factory("x", logging.ERROR, "f.py", 1, "two %s %s", (KEYS[0],), None)
    assert KEYS[0] not in record.getMessage()


def test_guarding_twice_changes_nothing() -> None:
    """Every reader asks for it."""
    before = logging.getLogRecordFactory()
    guard_logs()
    assert logging.getLogRecordFactory() is before
