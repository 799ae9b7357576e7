"""What is looked at: the engine and the ideas of a day, and a trader's two lists."""

from engine.core.errors import DataError
from engine.services.browse_feed.browsing import FeedView
from engine.services.opportunities.catalogue import Ideas
from engine.services.opportunities.catalogue import mark as catalogue_mark
from engine.services.review_rankings import reviewing
from engine.services.startup import App
from pages.ui.answers import kept
from pages.ui.loaded import engine, looked_back
from pages.ui.review.asking import Asked


def day_of(back: int, today: Ideas) -> tuple[App, Ideas]:
    """The engine as of so many days ago, and what there was."""
    if not back:
        return engine(), today
    app, then = looked_back(catalogue_mark(engine()), back)
    if then is None:
        raise DataError(f"there were no ideas {back} days ago. Choose another day.")
    return app, then


def first_list(wanted: Asked, today: Ideas) -> tuple[FeedView, Ideas]:
    """The trader's feed as it is, or was on that day, with the ideas that it ranks."""
    app, ideas = day_of(wanted.days_back, today)
    return reviewing.review(app, engine().principal, wanted.trader, ideas, wanted.first), ideas


def second_list(wanted: Asked, today: Ideas) -> tuple[FeedView, Ideas]:
    """What is tried beside it."""
    app, ideas = day_of(wanted.other_days_back, today)
    if wanted.other_fit is not None:
        app = _by(catalogue_mark(engine()), wanted.other_days_back, wanted.other_fit)
    return reviewing.review(app, engine().principal, wanted.trader, ideas, wanted.second), ideas


@kept(4)
def _by(mark: tuple[object, ...], back: int, fit: int) -> App:
    """The engine of that day with other models; kept, for what it remembers."""
    del mark
    app = engine() if not back else looked_back(catalogue_mark(engine()), back)[0]
    return reviewing.ranked_by(app, engine().principal, fit)
