"""The application that `streamlit run app.py` serves: shell, security headers, warm-up and a health route."""

import gc
import logging
import secrets
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from engine.core.errors import ToptionError
from pages.ui.look import plain
from pages.ui.security import SecurityHeaders

# Streamlit puts the shell's folder on the search path for each run and takes it off again, unless it is there: an
# import that runs meanwhile in another thread then skips an entry and does not find a library that is installed.
sys.path.append(str(Path(__file__).resolve().parent / "pages" / "ui"))


def warm() -> None:
    """Load what the pages need while the server already answers, then spare it the garbage collector."""
    from engine.services.browse_feed import fitting  # noqa: PLC0415 - the server answers before this is loaded
    from engine.services.pooled import look_after  # noqa: PLC0415 - as above
    from engine.services.startup import read_settings, warm_up  # noqa: PLC0415 - as above

    warm_up()
    # Streamlit collects after every run; frozen, the libraries cost 20 ms of it instead of 87.
    gc.freeze()
    # Each fit in a process of its own: no page waits for it, or shares its interpreter with it.
    threading.Thread(target=fitting.look_after, args=(read_settings(),), name="feed", daemon=True).start()
    look_after(read_settings())


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Warm up beside the running server and look after the models from then on, once per process."""
    threading.Thread(target=warm, name="warm-up", daemon=True).start()
    yield


async def health(_: Request) -> JSONResponse:
    """Say that the process answers."""
    return JSONResponse({"status": "ok"})


def failed(error: Exception) -> bool:
    """Write a fault to the log under a reference, and tell the visitor the reference alone.

    What a person can put right is no fault: its message says what to do, and is shown.
    """
    if isinstance(error, ToptionError):
        logging.getLogger("toption").warning("a page was refused: %s", error)
        st.error(plain(str(error)), icon=":material/block:")
        return True
    reference = secrets.token_hex(4)
    logging.getLogger("toption").error("a page failed, reference %s", reference, exc_info=error)
    st.error(
        "Something went wrong here. Nothing that was kept is lost: reload the page."
        f" If it comes again, look for {reference} in the log.",
        icon=":material/error:",
    )
    return True


def is_news(record: logging.LogRecord) -> bool:
    """Whether Streamlit's log says what ours does not: an error that ends a page is in `failed`'s line."""
    return record.getMessage() != "Uncaught app execution"


logging.getLogger("streamlit.error_util").addFilter(is_news)
app = st.App(
    "pages/ui/shell.py",
    middleware=[Middleware(SecurityHeaders), Middleware(GZipMiddleware, minimum_size=2_000)],
    lifespan=lifespan,
    routes=[Route("/health", health)],
    on_script_error=failed,
)
