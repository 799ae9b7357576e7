"""The real application: it answers, and every page of the menu opens by its own address."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pages.ui.navigation import ENTRIES

pytestmark = pytest.mark.browser


def test_the_health_route_answers_under_the_policy(page: Page, app: str) -> None:
    """Whoever watches the server asks here."""
    answer = page.request.get(f"{app}/health")
    assert json.loads(answer.body()) == {"status": "ok"}
    assert "default-src 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.file)
def test_every_page_opens_by_its_own_address(entry, app: str, open_page: Callable[..., Page]) -> None:
    """A link that somebody shared must bring the menu and the page, not the page file alone; or whose page it is."""
    address = "" if entry is ENTRIES[0] else entry.file
    page = open_page(f"{app}/{address}")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    if "trader" in entry.roles:
        expect(page.get_by_test_id("stTopNavLink").filter(has_text=entry.title)).to_be_visible()
    else:
        expect(page.get_by_role("button", name="Go on as").first).to_be_visible()
    expect(page.get_by_test_id("stHeaderLogo")).to_be_visible()
    assert page.refused == []  # type: ignore[attr-defined]  # what the policy stopped


def test_a_page_that_is_refused_leaves_one_line_in_the_log(
    tmp_path: Path, serve: Callable[[Path], AbstractContextManager[str]], open_page: Callable[..., Page]
) -> None:
    """A damaged store is for a person to put right: a page of code for each visit would bury what to do."""
    (tmp_path / "toption.db").write_bytes(b"no database" * 100)
    with serve(tmp_path) as address:
        for _ in range(2):
            page = open_page(f"{address}/tune_a_bot")
            expect(page.get_by_test_id("stAlert")).to_contain_text("is not a database of Toption")
            page.goto("about:blank")  # let go of the server before it stops
    log = (tmp_path / "server.log").read_text()
    assert "Traceback" not in log
    assert log.count("a page was refused: ") == log.count("is not a database") == 2


def test_a_link_to_a_role_leads_into_it_and_a_reload_keeps_what_was_chosen_after(
    app: str, open_page: Callable[..., Page]
) -> None:
    """A window remembers its role; who follows a link that somebody shared means that of the link."""
    page = open_page(f"{app}/experiments?as=manager")
    role = page.get_by_label("Your role")
    expect(role).to_have_value("manager")
    page.goto(f"{app}/tour?as=stakeholder")
    expect(page.get_by_test_id("stTopNavLink").filter(has_text="Tour")).to_be_visible()
    expect(role).to_have_value("stakeholder")
    role.select_option("manager")
    expect(page.get_by_role("button", name="Go on as").first).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Go on as").first).to_be_visible()
    expect(role).to_have_value("manager")
