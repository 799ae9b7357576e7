"""What the tests of several pages do with a visitor: another role, and everything that a page says."""

from streamlit.testing.v1 import AppTest

from pages.ui.state import Session


def as_role(visitor: AppTest, role: str) -> AppTest:
    """The same visitor in another role."""
    held: Session = visitor.session_state["toption"]
    held.role = role  # type: ignore[assignment]  # each test names one of the four
    visitor.run()
    assert not visitor.exception
    return visitor
