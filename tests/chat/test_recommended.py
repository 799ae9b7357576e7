"""A recommended configuration goes through the same checks as words, and comes out as it was found."""

from hypothesis import given

from engine.bots.parameters import BotParameters, as_dict, changed, differences
from engine.chat.decisions import decide
from engine.chat.recommended import recommended
from tests.builders import settings_of_a_bot

WORDS = "Recommend a configuration for me: goal growth."


@given(settings_of_a_bot(window=20), settings_of_a_bot(window=20))
def test_what_was_found_is_what_the_checks_let_through(start: BotParameters, found: BotParameters) -> None:
    """Each number is set as it is: no rounding, no clamp, no edit refused, whatever the settings were before."""
    found = changed(found, {name: round(value, 9) for name, value in as_dict(found).items() if type(value) is float})
    outcome = decide(recommended(WORDS, start, found, ""), WORDS, start)
    statuses = {each.status for each in outcome.decisions}
    if statuses <= {"applied"}:
        assert outcome.parameters == found
    else:  # what can never trade is refused here as everywhere
        assert statuses <= {"applied", "refused"}


def test_every_edit_rests_on_the_request_and_only_what_differs_is_one() -> None:
    """Without the request's own words an edit counts for nothing."""
    start = BotParameters()
    found = changed(start, {"window": 20, "style": "breakout", "trend_filter": True})
    proposal = recommended(WORDS, start, found, "It held up.")
    assert {edit.parameter for edit in proposal.edits} == set(differences(start, found))
    assert {edit.evidence for edit in proposal.edits} == {WORDS}
    assert decide(proposal, "Something else.", start).parameters == start
    assert decide(proposal, WORDS, start).parameters == found
