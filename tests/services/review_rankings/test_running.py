"""An experiment's life at the desk: every step noted, refused where it cannot be, nothing decided twice."""

import json

import pytest

from engine.core.errors import ConflictError, DataError, StoreError, ToptionError
from engine.experiments.experiment import Variant
from engine.services.assigned import change_of, lives_of, note_exposed, variant_for
from engine.services.review_rankings import running
from engine.services.review_rankings.traffic import Trouble, simulate
from engine.services.startup import App
from tests.services.review_rankings.conftest import ANN, BEN, EVE, TOM, a_design


def test_from_a_design_to_a_decision(world: App) -> None:
    """Simulated traffic with a planted effect turns the call, and what was decided and why is found again."""
    running.design(world, ANN, a_design("to-the-end"))
    assert running.standing(world, ANN, "to-the-end").verdict is None
    running.start(world, ANN, "to-the-end")
    calls = []
    for _ in range(2):
        told = simulate(world, ANN, "to-the-end", 7, effect=0.3)
        assert told.verdict is not None
        calls.append(told.verdict.call)
    assert calls[-1] == "ship"
    assert told.is_simulated
    assert sum(told.counts) == 14 * 120
    assert [each.day for each in told.arms[0].main.looks] == list(range(1, 15))
    running.decide(world, BEN, "to-the-end", "ship", "more is saved, nothing is hurt")
    found = running.standing(world, EVE, "to-the-end")
    assert found.life.decision is not None
    assert (found.life.decision.call, found.life.decision.by) == ("ship", "ben")
    assert [each.act for each in found.history] == ["designed", "started", "simulated", "simulated", "decided"]
    assert found.arms[0].main == told.arms[0].main


def test_a_guardrail_stops_a_test_and_says_why(world: App) -> None:
    """Whoever looks stops it, on the day it was hurt; looking on changes nothing."""
    running.design(world, ANN, a_design("harmful"))
    running.start(world, ANN, "harmful")
    told = simulate(world, ANN, "harmful", 14, trouble=Trouble(harm=0.6))
    assert told.life.state == "stopped"
    assert told.life.stop.startswith("guardrail: Dismissal rate got worse under more strategy")
    assert told.days == told.alarm_day
    assert told.verdict is not None
    assert told.verdict.call == "roll back"
    assert running.watched(world, ANN, "harmful").life.revision == told.life.revision


def test_of_several_variants_the_call_says_which(world: App) -> None:
    """A sentence that praises one of three must not be read of another."""
    three = (Variant("today", 0.4), Variant("more", 0.3, "strategy=0.4 risk=0.1"), Variant("same", 0.3))
    running.design(world, ANN, a_design("three", variants=three))
    running.start(world, ANN, "three")
    told = simulate(world, ANN, "three", 2)
    assert told.verdict is not None
    assert told.verdict.sentence.split(":")[0] in ("more", "same")
    assert [each.verdict.sentence.split(":")[0] for each in told.arms] == ["more", "same"]


def test_a_broken_split_must_be_mended_first(world: App) -> None:
    """No number counts where traders got lost, however large the effect."""
    running.design(world, ANN, a_design("broken"))
    running.start(world, ANN, "broken")
    told = simulate(world, ANN, "broken", 7, effect=0.5, trouble=Trouble(broken=0.3))
    assert told.verdict is not None
    assert told.verdict.call == "mend first"


def test_of_two_who_decide_at_once_one_is_told(world: App) -> None:
    """The second sees that something was noted since, and nothing is written over."""
    running.design(world, ANN, a_design("twice"))
    life = running.start(world, ANN, "twice")
    running.decide(world, ANN, "twice", "roll back", "a mistake in the design", life.revision)
    with pytest.raises(ToptionError):
        running.decide(world, BEN, "twice", "ship", "looks fine", life.revision)
    running.design(world, ANN, a_design("ramped twice", coverage=0.1))
    seen = running.start(world, ANN, "ramped twice").revision
    running.ramp(world, ANN, "ramped twice", 0.5, seen)
    with pytest.raises(ConflictError, match="first"):
        running.ramp(world, BEN, "ramped twice", 1.0, seen)
    assert running.life_for(world, EVE, "ramped twice").design.coverage == 0.5


def test_parts_of_a_namespace_never_overlap(world: App) -> None:
    """Handed out one after the other; where none is left it is said, and a stopped experiment gives its part back."""
    shared = {"namespace": "feed"}
    for key in ("first", "second"):
        running.design(world, ANN, a_design(key, **shared, part=running.part_for(world, ANN, "feed", 0.5)))
    assert running.life_for(world, ANN, "second").design.part == (0.5, 1.0)
    with pytest.raises(DataError, match="first, second take part"):
        running.part_for(world, ANN, "feed", 0.2)
    with pytest.raises(DataError, match="may not overlap"):
        running.design(world, ANN, a_design("third", **shared, part=(0.4, 0.6)))
    running.stop(world, ANN, "first", "not needed any more")
    assert running.part_for(world, ANN, "feed", 0.2) == (0.0, 0.2)


def test_ramping_up_moves_nobody(world: App) -> None:
    """Who is in stays in his variant; coverage never shrinks."""
    running.design(world, ANN, a_design("ramp", coverage=0.2))
    running.start(world, ANN, "ramp")
    before = {name: lives_of(world)["ramp"].variant_for(name) for name in map(str, range(400))}
    running.ramp(world, ANN, "ramp", 0.8)
    after = {name: lives_of(world)["ramp"].variant_for(name) for name in before}
    assert all(seen is None or after[name] == seen for name, seen in before.items())
    assert sum(each is not None for each in after.values()) > 250
    with pytest.raises(DataError, match="only grow"):
        running.ramp(world, ANN, "ramp", 0.3)
    running.stop(world, ANN, "ramp", "enough")


def test_a_trader_is_exposed_once_and_counted_as_real(world: App) -> None:
    """The feed asks for variants and notes them; the standing counts who was noted, and no simulated ones may come."""
    running.design(world, ANN, a_design("real", kind="ranker", variants=(
        Variant("today", 0.5), Variant("fit", 0.5, "best_fit surprise=0.1"))))  # fmt: skip
    running.start(world, ANN, "real")
    seen = [each for each in variant_for(world, TOM) if each.experiment == "real"]
    assert len(seen) == 1
    assert variant_for(world, ANN) == ()
    note_exposed(world, TOM, seen, world.now())
    note_exposed(world, TOM, seen, world.now() + 5)
    told = running.standing(world, EVE, "real")
    assert (told.is_simulated, told.days) == (False, 0)
    assert len(world.desk(ANN).manager.exposures("real")) == 1
    assert change_of(seen).order == ("best_fit" if not seen[0].is_control else None)
    with pytest.raises(DataError, match="real traders"):
        simulate(world, ANN, "real", 7)
    running.stop(world, ANN, "real", "enough")
    assert not [each for each in variant_for(world, TOM) if each.experiment == "real"]


@pytest.mark.parametrize(("changed", "told"), [
    ({"metric": "happiness"}, "metrics are"), ({"guardrails": ("save_rate",)}, "named twice"),
    ({"variants": (Variant("a", 0.5), Variant("b", 0.5, "strategy=2"))}, "weight of strategy"),
    ({"kind": "ranker", "variants": (Variant("a", 0.5), Variant("b", 0.5, "random"))}, "a ranker is written"),
])  # fmt: skip
def test_a_design_that_nobody_could_run_is_refused(world: App, changed: dict[str, object], told: str) -> None:
    """In one line, and nothing is kept of it."""
    with pytest.raises(ToptionError, match=told):
        running.design(world, ANN, a_design("refused", **changed))
    assert "refused" not in running.lives_for(world, ANN)


def test_who_may_not_is_told(world: App) -> None:
    """Traders see nothing of it, stakeholders read; nobody writes without the role."""
    for call in (running.standings, running.lives_for):
        with pytest.raises(StoreError, match="trader does not see"):
            call(world, TOM)
    with pytest.raises(StoreError, match="trader does not see"):
        running.plan_for(world, TOM, "save_rate", running.Aim(0.1))
    with pytest.raises(StoreError, match="stakeholder cannot change"):
        running.design(world, EVE, a_design("eves"))
    running.design(world, ANN, a_design("anns"))
    assert len(running.standings(world, EVE)) == len(running.lives_for(world, EVE)) > 0


def test_what_cannot_happen_now_is_refused(world: App) -> None:
    """One line that says where the experiment stands."""
    running.design(world, ANN, a_design("early"))
    for call in (
        lambda: running.ramp(world, ANN, "early", 0.5), lambda: simulate(world, ANN, "early"),
        lambda: running.decide(world, ANN, "early", "ship", "why not"),
    ):  # fmt: skip
        with pytest.raises(DataError, match="'early' is designed"):
            call()
    with pytest.raises(DataError, match="already"):
        running.design(world, ANN, a_design("early"))
    with pytest.raises(DataError, match="reason"):
        running.stop(world, ANN, "early", "  ")
    with pytest.raises(StoreError, match="no experiment"):
        running.start(world, ANN, "unheard of")


def test_a_plan_rests_on_the_log(world: App) -> None:
    """Twice the effect takes a fourth of the traders; the mean is the metric's own."""
    one, two = (running.plan_for(world, EVE, "save_rate", running.Aim(effect), 120.0) for effect in (0.1, 0.2))
    assert one.plan.traders / two.plan.traders == pytest.approx(4, rel=0.01)
    assert 0.03 < one.mean < 0.07
    assert one.traders > 150
    assert running.plan_for(world, EVE, "save_rate", running.Aim(0.1)).traders_a_day == pytest.approx(one.traders / 28)


def test_an_export_holds_every_look(world: App) -> None:
    """As a table for a spreadsheet, and whole as JSON."""
    running.design(world, ANN, a_design("export"))
    running.start(world, ANN, "export")
    simulate(world, ANN, "export", 3)
    rows = running.export(world, EVE, "export", "csv").splitlines()
    assert rows[0].startswith("experiment,variant,metric,day,traders_control,traders_treated,share")
    assert len(rows) == 1 + 2 * 3
    whole = json.loads(running.export(world, EVE, "export", "json"))
    assert whole["life"]["design"]["key"] == "export"
    assert len(whole["arms"][0]["main"]["looks"]) == 3
