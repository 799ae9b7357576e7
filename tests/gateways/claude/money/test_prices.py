"""Prices, worked by hand."""

from engine.gateways.claude.money.prices import PRICES, Tokens, cost, worst_case


def test_a_call_costs_the_sum_of_its_classes() -> None:
    """1,000 in at 2, 100 out at 10, 2,000 written at 4, 3,000 read at 0.10 dollars a million: 11,300 micro-dollars."""
    used = Tokens(input=1000, output=100, cache_write_1h=2000, cache_read=3000)
    assert cost("claude-sonnet-5-5", used) == 2000 + 1000 + 8000 + 300


def test_a_part_of_a_micro_dollar_is_a_whole_one() -> None:
    """Rounded up, so that many small ones cannot slip under a limit."""
    assert cost("claude-haiku-5-5", Tokens(input=1)) == 1


def test_the_worst_case_is_never_less_than_what_a_reply_can_cost() -> None:
    """All of 10,000 bytes written to the cache and 3,000 tokens out: 20,000 + 30,000 micro-dollars."""
    assert worst_case("claude-sonnet-5-5", 10_000, 3_000) == 50_000
    for model in PRICES:
        used = Tokens(input=1500, output=3000, cache_write_1h=3500)
        assert worst_case(model, 10_000, 3_000) >= cost(model, used)
