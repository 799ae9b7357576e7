"""Which pages there are, in the order of the menu: the one list that the shell and the tests read."""

from dataclasses import dataclass
from typing import Final, Literal

Role = Literal["trader", "manager", "stakeholder"]
EVERYBODY: Final[frozenset[Role]] = frozenset({"trader", "manager", "stakeholder"})


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
    Entry("tune_a_bot", "Tune a bot", ":material/tune:", roles=frozenset({"trader", "stakeholder"})),
    Entry("lab", "Lab", ":material/science:", roles=frozenset({"trader", "stakeholder"})),
    Entry("opportunities", "Opportunities", ":material/lightbulb:", roles=frozenset({"trader", "stakeholder"})),
    Entry("my_profile", "My profile", ":material/person:", roles=frozenset({"trader", "stakeholder"})),
    Entry("how_it_works", "How it works", ":material/menu_book:"),
)


def visible(entries: tuple[Entry, ...], role: Role | None) -> tuple[Entry, ...]:
    """The pages that `role` may open; all of them as long as nobody has said who they are."""
    return tuple(entry for entry in entries if role is None or role in entry.roles)
