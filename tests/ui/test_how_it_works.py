"""How it works: it says who reads words here, what was measured when, and walks the record when asked."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from engine.services.startup import App
from engine.services.story import (
    measured_forecasts,
    measured_learning,
    measured_ranking,
    measured_towers,
    walked,
)

Visit = Callable[..., AppTest]


def words(visitor: AppTest) -> str:
    """Everything that the page writes."""
    return "\n".join(each.value for each in (*visitor.markdown, *visitor.subheader, *visitor.error))


def test_it_tells_measured_figures_with_their_errors_and_date(visit: Visit) -> None:
    """As they were kept, none of them written by hand."""
    said, found = visit("how_it_works"), measured_forecasts()
    assert found is not None
    assert found.measured_on in words(said)
    models = next(each.value for each in said.dataframe if "Model" in each.value)
    assert models["Skill, % ± error"][0] == f"+{found.models[0].skill:.2f} ± {found.models[0].error:.2f}"


def test_it_tells_what_ranking_was_worth_on_whose_trades(visit: Visit) -> None:
    """Ranges with n, and that nobody of them is a customer."""
    said, found = visit("how_it_works"), measured_ranking()
    assert found is not None
    assert f"{found.what}, {found.traders} people, none of them a customer of ours" in words(said)
    models = next(each.value for each in said.dataframe if "blend less it" in each.value)
    blend = found.tasks[0].of("blend").ndcg
    assert blend.value is not None
    assert models["NDCG of 100, 95 %"][0].startswith(f"{100 * blend.value:.1f} (")
    assert models["n"][0] == found.tasks[0].cases
    assert "What is not known" in words(said)
    films = found.films
    assert films is not None
    assert f"MovieLens-100k, {films.ratings:,} ratings of {films.people} people" in words(said)
    assert f"it has {films.times[0]:.2f} to {films.times[1]:.2f} times" in words(said)


def test_it_tells_that_the_network_loses_on_these_trades_and_what_it_gets(visit: Visit) -> None:
    """Beside the other models, with its part in the blend; who wants it reads what to install."""
    said, found = visit("how_it_works"), measured_towers()
    assert found is not None
    models = next(each.value for each in said.dataframe if "blend less it" in each.value)
    row = models[models["Model"] == "two towers"].iloc[0]
    one = found.on("trades", "any")
    assert one is not None
    assert one.towers.ndcg.value is not None
    assert row["NDCG of 100, 95 %"].startswith(f"{100 * one.towers.ndcg.value:.1f} (")
    parts = next(each.value for each in said.dataframe if "its part" in each.value)
    assert list(parts["n"]) == [each.gain.n for each in found.networks]
    assert "it loses to the best other model in" in words(said)
    assert "`pip install -r requirements-deep.txt`, then `rank --deep`" in words(said)


def test_it_tells_how_soon_tastes_are_known(visit: Visit) -> None:
    """Also in the worlds that are not of our own form."""
    said, found = visit("how_it_works"), measured_learning()
    assert found is not None
    table = next(each.value for each in said.dataframe if "Learner" in each.value)
    elsewhere = {"made of rules", "by likeness", "more is better", "the weakest reason"}
    assert set(table["Tastes"]) == elsewhere | {"our score's form"}
    assert "knows the formula" in set(table["Learner"])
    assert f"Measured on {found.measured_on}" in words(said)


def test_it_links_to_the_pages_that_it_speaks_of(visit: Visit) -> None:
    """A story without a way in is a brochure."""
    links = [each.proto for each in visit("how_it_works").get("page_link")]
    assert {each.page for each in links} == {"tune_a_bot", "lab", "opportunities"}
    assert any("tab=Forecast" in each.query_string for each in links)


def test_without_a_key_it_says_that_nothing_leaves_the_machine(visit: Visit) -> None:
    """Who reads what is a question of this very installation."""
    assert "Here no key is set" in words(visit("how_it_works"))


def test_the_record_is_walked_when_asked(installed: App, visit: Visit) -> None:
    """Empty first; after one look at a forecast there is one entry, whose seal is told."""
    page = visit("how_it_works")
    page.button(key="story_verify").click().run()
    assert "Nothing was issued yet" in words(page)
    visit("tune_a_bot")
    page.button(key="story_verify").click().run()
    seal = walked(installed).parts[0].seal
    assert "1 forecast, every seal is right" in words(page)
    assert seal[:12] in words(page)
