"""A guard before every log of this process: no line, argument or traceback in it holds a key."""

import logging
from collections.abc import Callable
from typing import Any

from engine.chat.secrets import redacted


class _Redacting:
    """Makes log records whose message and traceback hold no secret, whoever logs."""

    def __init__(self, before: Callable[..., logging.LogRecord]) -> None:
        self._before = before

    def __call__(self, *arguments: Any, **named: Any) -> logging.LogRecord:
        record = self._before(*arguments, **named)
        message = _message(record)
        if (hidden := redacted(message)) != message:
            record.msg, record.args = hidden, None
        if record.exc_info and record.exc_info[0]:
            record.exc_text = redacted(logging.Formatter().formatException(record.exc_info))
        return record


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):  # arguments that do not fit the format: logging reports that itself
        return f"{record.msg} {record.args}"


def guard_logs() -> None:
    """From now on no log line of this process holds a secret; asking twice changes nothing."""
    before = logging.getLogRecordFactory()
    if not isinstance(before, _Redacting):
        logging.setLogRecordFactory(_Redacting(before))
