"""What the address says back when it asks for what is not here."""

from pages.ui.address import some


def test_a_long_list_says_that_it_is_cut() -> None:
    """A list that ends in silence reads as if it were all."""
    assert some(["a", "b"]) == "a, b"
    assert some([str(at) for at in range(10)]) == "0, 1, 2, 3, 4, 5, 6, 7 and 2 more"
