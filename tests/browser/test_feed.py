"""The feed in the browser: pressed, walked, taken back, traded on paper, linked to; and the profile that follows."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import press

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Check = Callable[[Page], Any]
SLOW = 60_000  # milliseconds: the first scan of a day on a crowded machine


def opened(page: Page) -> Page:
    """The page with its cards, once nothing is worked out beside it any more that would order them anew."""
    expect(page.get_by_text("Past sessions are being settled")).to_have_count(0, timeout=SLOW)
    expect(page.locator("li.card")).to_have_count(20, timeout=SLOW)
    if page.get_by_role("button", name="Not now").count():
        page.get_by_role("button", name="Not now").click()
        expect(page.get_by_text("New here?")).to_have_count(0)
    return page


def card(page: Page, number: int) -> Locator:
    """The card at this place, 1 first."""
    return page.locator("li.card").nth(number - 1)


def name_of(page: Page, number: int) -> str:
    """The idea of a card."""
    return card(page, number).get_attribute("data-id") or ""


def dismiss_first(page: Page) -> None:
    """One deed, so that there is something to believe."""
    card(page, 1).get_by_role("button", name="Dismiss").click()
    expect(page.locator(".told")).to_contain_text("Dismissed:")


def named(page: Page, name: str) -> Locator:
    """The card of this idea, wherever it stands."""
    return page.locator(f'li.card[data-id="{name}"]')


def remembers(page: Page, done: int, undone: int) -> None:
    """The window keeps so many steps that were done, and so many that were taken back."""
    page.wait_for_function(
        """many => {
          const kept = JSON.parse(sessionStorage.getItem("toption feed steps") ?? "{}").moves || "[[], []]"
          return JSON.parse(kept).every((part, at) => part.length === many[at])
        }""",
        arg=[done, undone],
    )


def test_somebody_new_answers_six_cards(
    served: str, open_page: Open, settled: Check, serious_findings: Callable[[Page], list[str]]
) -> None:
    """A press each; then the list is another one, and nobody is asked again."""
    page = open_page(f"{served}/opportunities")
    expect(page.get_by_text("Past sessions are being settled")).to_have_count(0, timeout=SLOW)
    expect(page.locator("li.card")).to_have_count(20, timeout=SLOW)
    before = name_of(page, 1)
    page.get_by_role("button", name="Begin").click()
    for at, word in enumerate(("Yes, for me", "No", "No", "Yes, for me", "Perhaps", "No"), 1):
        expect(page.get_by_text(f"{at} of 6")).to_be_visible()
        if at == 1:
            assert serious_findings(page) == []
        page.get_by_role("button", name=word, exact=True).click()
    expect(page.locator(".st-key-quiz")).to_have_count(0)
    expect(card(page, 1)).not_to_have_attribute("data-id", before)


def test_a_dismissal_changes_the_feed_and_undo_brings_it_back(served: str, open_page: Open, settled: Check) -> None:
    """No dialog: a press, a line that says what it did, and a way back by button and by key."""
    page = opened(open_page(f"{served}/opportunities"))
    first = name_of(page, 1)
    card(page, 1).get_by_role("button", name="Dismiss").click()
    expect(page.locator(".told")).to_contain_text("Dismissed:")
    expect(named(page, first)).to_have_count(0)
    page.get_by_role("button", name="Undo dismiss").click()
    expect(page.locator(".told")).to_contain_text("Taken back")
    expect(named(page, first)).to_have_count(1)
    expect(page.get_by_role("button", name="Undo dismiss")).to_have_count(0)
    settled(page)
    page.keyboard.press("j")
    expect(page.locator("li.card:focus")).to_have_count(1)
    second = page.locator("li.card:focus").get_attribute("data-id") or ""
    page.keyboard.press("d")
    expect(page.locator(".told")).to_contain_text("Dismissed:")
    expect(named(page, second)).to_have_count(0)
    settled(page)
    page.keyboard.press("Control+z")
    expect(page.locator(".told")).to_contain_text("Taken back")
    expect(named(page, second)).to_have_count(1)


def test_undo_outlives_a_reload(served: str, open_page: Open, settled: Check) -> None:
    """The window remembers what it did, in its order, and that the last of it was taken back."""
    page = opened(open_page(f"{served}/opportunities"))
    first = name_of(page, 1)
    for done in ("Dismissed:", "Saved:"):  # whatever stands first: a dismissal may carry all of its kind off the list
        card(page, 1).get_by_role("button", name=done[:4]).click()
        expect(page.locator(".told")).to_contain_text(done)
        settled(page)
    remembers(page, 2, 0)
    page.reload()
    page.get_by_role("button", name="Undo save").click(timeout=SLOW)
    expect(page.locator(".told")).to_contain_text("Taken back")
    remembers(page, 1, 1)
    page.reload()
    page.get_by_role("button", name="Undo dismiss").click(timeout=SLOW)
    expect(named(page, first)).to_have_count(1)
    settled(page)
    page.keyboard.press("Control+y")
    expect(named(page, first)).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(named(page, first)).to_have_count(1)


def test_an_act_sends_cards_and_book_alone_again(served: str, open_page: Open, settled: Check) -> None:
    """Header, filters and clock stay as they are: that is what a click is answered within a tenth of a second by."""
    sent: list[bytes] = []

    def listen(page: Page) -> None:
        page.on("websocket", lambda line: line.on("framereceived", lambda frame: sent.append(bytes(frame))))

    page = opened(open_page(f"{served}/opportunities", prepare=listen))
    assert any(b"Next week" in frame for frame in sent)
    settled(page)
    sent.clear()
    dismiss_first(page)
    settled(page)
    assert any(b"Dismissed:" in frame for frame in sent)
    assert not any(b"Next week" in frame for frame in sent)


def test_what_is_saved_stands_on_its_own_list(served: str, open_page: Open, settled: Check) -> None:
    """Also after a reload, and until it is let go."""
    page = opened(open_page(f"{served}/opportunities"))
    third = name_of(page, 3)
    named(page, third).get_by_role("button", name="Save").click()
    expect(page.locator(".told")).to_contain_text("Saved:")
    page = open_page(f"{served}/opportunities?view=Saved")
    expect(page.locator("li.card")).to_have_count(1, timeout=SLOW)
    expect(named(page, third)).to_have_count(1)
    named(page, third).get_by_role("button", name="Save").click()
    expect(page.get_by_text("Nothing is saved here yet.")).to_be_visible()


def test_a_paper_trade_stands_in_the_book_and_in_the_profile(served: str, open_page: Open, settled: Check) -> None:
    """Traded from the card, counted in the book beside it, listed under My profile."""
    page = opened(open_page(f"{served}/opportunities"))
    first = name_of(page, 1)
    expect(page.get_by_text("Your book is empty")).to_be_visible()
    card(page, 1).get_by_role("button", name="Paper trade").click()
    expect(page.locator(".told")).to_contain_text("In your book on paper:")
    expect(page.get_by_text("Your book is empty")).to_have_count(0)
    expect(page.locator(".book .was").first).to_be_visible()
    settled(page)
    page.get_by_role("link", name="My profile").first.click()
    expect(page.get_by_text("Open positions")).to_be_visible(timeout=SLOW)
    expect(page.get_by_text("Nothing is held")).to_have_count(0)
    assert first


def test_two_orders_and_a_link_that_restores_them(served: str, open_page: Open, settled: Check) -> None:
    """Where the orders differ the card says why; what is shown stands in the address."""
    page = opened(open_page(f"{served}/opportunities"))
    page.get_by_role("radio", name="Recommended").click()
    expect(page).to_have_url(re.compile("order=Recommended"))
    expect(page.locator("li.card .away").first).to_contain_text("By fit no.")
    page.get_by_role("button", name="Iron condor").click()
    expect(page).to_have_url(re.compile("Iron"))
    expect(card(page, 1).get_by_role("link")).to_contain_text("Iron condor")
    again = open_page(page.url)
    expect(card(again, 1).get_by_role("link")).to_contain_text("Iron condor", timeout=SLOW)
    expect(again).to_have_url(re.compile("order=Recommended"))
    expect(again.get_by_role("radio", name="Recommended")).to_be_checked()


def test_a_card_opens_its_own_view_and_leads_back(served: str, open_page: Open, settled: Check) -> None:
    """By its title, and by a link that somebody was sent."""
    page = opened(open_page(f"{served}/opportunities"))
    first = name_of(page, 1)
    card(page, 1).get_by_role("link").click()
    expect(page.get_by_text("What can go wrong")).to_be_visible(timeout=SLOW)
    expect(page.get_by_text("Trades like it", exact=True)).to_be_visible()
    settled(page)
    press(page, "Back to the list", settled)
    opened(page)
    link = open_page(f"{served}/opportunities?idea={first.replace('+', '%2B')}")
    expect(link.get_by_text("What can go wrong")).to_be_visible(timeout=SLOW)


def test_one_back_leads_from_an_idea_to_the_very_list(served: str, open_page: Open, settled: Check) -> None:
    """Where filters stood in the address, the way to an idea leaves several entries in the browser's history."""
    page = opened(open_page(f"{served}/opportunities?surprise=80&order=Recommended"))
    card(page, 2).get_by_role("link").click()
    expect(page.get_by_text("What can go wrong")).to_be_visible(timeout=SLOW)
    settled(page)
    page.go_back()
    expect(page).to_have_url(re.compile("surprise=80"))
    expect(page.locator("li.card")).to_have_count(20, timeout=SLOW)
    expect(page.get_by_role("radio", name="Recommended")).to_be_checked()


def test_the_table_of_five_hundred_has_the_same_feed(served: str, open_page: Open) -> None:
    """The same order, with buttons in its rows."""
    page = open_page(f"{served}/opportunities?form=Table")
    expect(page.get_by_test_id("stDataFrame").locator("canvas").first).to_be_visible(timeout=SLOW)
    expect(page.get_by_text("of 100 points")).to_have_count(0)


@pytest.mark.parametrize(("dark", "width"), [(False, 1440), (True, 1440), (False, 390), (True, 390)])
def test_feed_and_profile_are_accessible_and_fit(
    served: str, open_page: Open, serious_findings: Callable[[Page], list[str]], dark: bool, width: int
) -> None:
    """Both themes, a desk and a phone: nothing serious, nothing cut off; at a desk seven cards at a glance."""
    page = opened(open_page(f"{served}/opportunities", dark=dark, width=width))
    page.get_by_text("Why this, why here?").click()
    expect(page.get_by_text("By fit alone")).to_be_visible()
    assert serious_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width == 1440:
        box = card(page, 7).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 900
    dismiss_first(page)
    page = open_page(f"{served}/my_profile", dark=dark, width=width)
    expect(page.get_by_text("What moved in the last seven days")).to_be_visible(timeout=SLOW)
    expect(page.locator(".groups .label").first).to_be_visible()
    assert serious_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_belief_is_looked_into_and_set_right(served: str, open_page: Open, settled: Check) -> None:
    """The events behind it, the trader's own word, and everything gone after one question."""
    dismiss_first(opened(open_page(f"{served}/opportunities")))
    page = open_page(f"{served}/my_profile")
    label = page.locator(".groups .label").first
    expect(label).to_be_visible(timeout=SLOW)
    told = label.inner_text()
    label.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name=told)).to_be_visible()
    expect(dialog.get_by_test_id("stDataFrame")).to_be_visible()
    dialog.get_by_role("button", name="Set it").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".groups .mark", has_text="yours")).to_have_count(1)
    settled(page)
    press(page, "Delete everything", settled)
    page.get_by_role("button", name="Delete everything now").click()
    expect(page.get_by_text("Nothing is believed of you yet.")).to_be_visible()
