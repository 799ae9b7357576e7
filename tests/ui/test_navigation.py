"""Who sees which pages, and what the server loads before it answers."""

import subprocess
import sys

from pages.ui.navigation import ENTRIES


def test_every_role_has_its_pages_and_the_start_page() -> None:
    """A menu of pages that one may not use is noise; admins see all of them, and so do those who look on."""
    for role in ("trader", "manager", "admin", "stakeholder"):
        mine = {entry.file for entry in ENTRIES if role in entry.roles}
        assert "home" in mine
        assert ("tune_a_bot" in mine) == (role != "manager")
        assert role not in ("admin", "stakeholder") or len(mine) == len(ENTRIES)


def test_every_page_has_an_address_and_a_title_of_its_own() -> None:
    """Two pages at one address: one of them is lost."""
    assert len({entry.file for entry in ENTRIES}) == len({entry.title for entry in ENTRIES}) == len(ENTRIES)


def test_starting_the_server_loads_no_heavy_library() -> None:
    """The server answers within a second because candles, kernels and clients come later."""
    heavy = ("pandas", "numba", "scipy", "sqlalchemy", "sklearn", "anthropic", "ccxt", "distributed")
    code = f"import sys, app; print([name for name in {heavy} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_a_run_of_a_page_leaves_the_search_path_alone() -> None:
    """While it changes, another visitor's import passes over an entry: `No module named 'ccxt'`, once in fifty."""
    code = (
        "import sys, app; from streamlit.runtime.scriptrunner.exec_code import modified_sys_path as run\n"
        "before = list(sys.path)\n"
        "with run(str(app.app._resolve_script_path())): print(sys.path == before)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "True"
