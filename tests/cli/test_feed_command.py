"""`feed`: a trader's ranked ideas as a script reads them, and what was fitted."""

from tests.cli.conftest import Command


def test_a_feed_is_ranked_for_a_person_and_for_a_simulated_trader(command: Command) -> None:
    """Scores with their parts, places with their chance, a reason for each; nothing of it is kept."""
    command("sample")
    found = command("feed", "--top", "4", "--json").json
    assert (found["trader"], found["order"], found["is_cold"], found["ranker"]) == ("local", "best_fit", True, "score")
    assert [each["rank"] for each in found["feed"]] == [1, 2, 3, 4]
    first = found["feed"][0]
    assert abs(first["score"] - sum(first["parts"].values())) < 1e-9
    assert first["id"].startswith(first["underlying"])
    other = command("feed", "--trader", "SIM-trader-007", "--top", "4", "--order", "recommended", "--json").json
    assert (other["order"], other["is_cold"]) == ("recommended", False)
    assert [each["id"] for each in other["feed"]] != [each["id"] for each in found["feed"]]
    assert all(each["reason"] and 0 < each["propensity"] <= 1 for each in other["feed"])
    assert command("feed", "--top", "4", "--json").json == found


def test_people_get_a_table(command: Command) -> None:
    """With what there is to say of the list."""
    command("sample")
    told = command("feed", "--top", "3")
    assert told.status == 0
    assert "best fit of" in told.out
    assert "of the same set-ups" in told.err


def test_what_is_wrong_is_said_in_a_line(command: Command) -> None:
    """Exit status 2, and what to do."""
    assert "make the sample world" in command("feed").err
    for wrong in (("--order", "best"), ("--top", "0"), ("--surprise", "7")):
        refused = command("feed", *wrong)
        assert refused.status == 2
        assert "must be" in refused.err


def test_without_anybody_nothing_is_fitted(command: Command) -> None:
    """And nothing to roll back."""
    assert command("feed", "fit", "--json").json == {"fitted": False}
    assert command("feed", "models", "--json").json == {"fits": []}
    assert "Nothing has been fitted yet" in command("feed", "models").err
    refused = command("feed", "roll-back", "3", "--why", "no reason")
    assert refused.status == 2
    assert "there is no fitted ranker 3" in refused.err


def test_why_tells_every_step_of_an_idea_by_its_place_or_its_name(command: Command) -> None:
    """The same numbers for scripts and for people; an idea beyond the list has its way too."""
    command("sample")
    asked = ("feed", "--trader", "SIM-trader-007", "--order", "recommended", "--top", "4")
    listed = command(*asked, "--json").json["feed"][2]
    told = command(*asked, "--why", "3", "--json").json
    assert (told["id"], told["place"], told["is_listed"]) == (listed["id"], 3, True)
    assert told["steps"][-1]["place"] == 3
    assert abs(sum(each["added"] for each in told["steps"] if each["unit"] == "points") - listed["score"]) < 1e-9
    assert {each["what"] for each in told["first_if"]} <= {"chance", "outcome", "book"}
    page = command(*asked, "--why", listed["id"].split("@")[0])
    assert f"became no. 3 of {told['of']:,}" in page.out
    assert "odds ×" in page.out
    beyond = command(*asked[:-1], "12", "--json").json["feed"][-2]["id"]
    assert "not in the list, which ends at 4" in command(*asked, "--why", beyond).err


def test_why_not_is_answered_in_a_line(command: Command) -> None:
    """A place beyond the list, a name that nobody knows, an idea for which another one stands."""
    command("sample")
    refused = command("feed", "--trader", "SIM-trader-007", "--why", "SIM-SUNN:cash_secured_put:20261106:-42.5P")
    assert "was not ranked: SIM-SUNN:" in refused.err
    assert "is of the same set-up and fits better" in refused.err
    assert "a place must be 1 to 3, was 9" in command("feed", "--top", "3", "--why", "9").err
    assert "there is no idea 'KO:gone' now" in command("feed", "--why", "KO:gone").err


def test_a_trader_whom_nobody_knows_is_refused_and_somebody_new_is_asked_for(command: Command) -> None:
    """A mistyped name would be answered with a newcomer's feed, and nobody would notice."""
    command("sample")
    for name in ("SIM-trader-999", "bob"):
        refused = command("feed", "--trader", name)
        assert (refused.status, refused.err.count("\n")) == (2, 1)
        assert f"SIM-trader-001 to SIM-trader-300, or whoever used the feed before; was '{name}'" in refused.err
        assert "--new" in refused.err
    assert command("feed", "--trader", "SIM-trader-999", "--new").status == 2
    assert command("feed", "--trader", "bob", "--new", "--top", "1", "--json").json["is_cold"]
