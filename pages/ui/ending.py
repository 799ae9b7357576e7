"""How a page ends early: what surrounds it is drawn all the same, which Streamlit's own stop would cut off."""

from typing import NoReturn


class PageEnds(Exception):  # noqa: N818  # it is no error
    """Nothing further is drawn on this page."""


def end_page() -> NoReturn:
    """End the page here; the visitor's mark and the theme still follow."""
    raise PageEnds
