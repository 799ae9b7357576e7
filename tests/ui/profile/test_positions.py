"""How what was held is told."""

from pages.ui.profile.positions import ended_in_words


def test_how_many_trades_won_has_its_range() -> None:
    """Two of four may be one in seven or six in seven (Wilson's interval)."""
    told = ended_in_words(2, 4).replace("\u00a0", " ")
    assert told.startswith("2 of 4 with a profit (15 % to 85 %). ")
