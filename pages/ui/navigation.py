"""Which pages there are, in the order of the menu: the one list that the shell and the tests read."""

from dataclasses import dataclass
from typing import Final, Literal

Role = Literal["trader", "manager", "admin", "stakeholder"]
EVERYBODY: Final[frozenset[Role]] = frozenset({"trader", "manager", "admin", "stakeholder"})
TRADING: Final[frozenset[Role]] = frozenset({"trader", "admin", "stakeholder"})
MANAGING: Final[frozenset[Role]] = frozenset({"manager", "admin", "stakeholder"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: its file's name without `.py` (also its address), title, icon, menu group and readers.

    The first page is the start page and has the address `/`. Pages with the same `group` fold into one menu;
    those without one stand alone.
    """

    file: str
    title: str
    icon: str
    group: str = ""
    roles: frozenset[Role] = EVERYBODY


ENTRIES: Final[tuple[Entry, ...]] = (
    Entry("home", "Home", ":material/home:"),
    Entry("tune_a_bot", "Tune a bot", ":material/tune:", roles=TRADING),
    Entry("lab", "Lab", ":material/science:", roles=TRADING),
    Entry("opportunities", "Opportunities", ":material/lightbulb:", roles=TRADING),
    Entry("my_profile", "My profile", ":material/person:", roles=TRADING),
    Entry("review_rankings", "Review", ":material/rule:", roles=MANAGING),
    Entry("experiments", "Experiments", ":material/experiment:", roles=MANAGING),
    Entry("metrics", "Metrics", ":material/monitoring:", roles=MANAGING),
    Entry("tour", "Tour", ":material/tour:", roles=frozenset({"admin", "stakeholder"})),
    Entry("how_it_works", "How it works", ":material/menu_book:"),
)
