"""What the tests of several pages do with a visitor: another role, and everything that a page says."""

from streamlit.testing.v1 import AppTest

from engine.services.opportunities.catalogue import Ideas, ideas
from engine.services.startup import App
from pages.ui.state import Session


def as_role(visitor: AppTest, role: str) -> AppTest:
    """The same visitor in another role."""
    held: Session = visitor.session_state["toption"]
    held.role = role  # type: ignore[assignment]  # each test names one of the four
    visitor.run()
    assert not visitor.exception
    return visitor


def found(app: App) -> Ideas:
    """Every idea that there is now."""
    made = ideas(app)
    assert made is not None
    return made


def words(visitor: AppTest) -> str:
    """Everything that the page writes."""
    return "\n".join(each.value for each in (*visitor.markdown, *visitor.warning, *visitor.error, *visitor.info))
