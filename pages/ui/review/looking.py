"""What is looked at: the engine and the ideas of a day, and a trader's feed on it."""

from engine.core.errors import DataError
from engine.services.browse_feed.browsing import FeedRequest, FeedView
from engine.services.opportunities.catalogue import Ideas
from engine.services.opportunities.catalogue import mark as catalogue_mark
from engine.services.review_rankings import reviewing
from engine.services.startup import App
from pages.ui.loaded import engine, looked_back


def day_of(back: int, today: Ideas) -> tuple[App, Ideas]:
    """The engine as of so many days ago, and what there was."""
    if not back:
        return engine(), today
    app, then = looked_back(catalogue_mark(engine()), back)
    if then is None:
        raise DataError(f"there were no ideas {back} days ago. Choose another day.")
    return app, then


def seen(trader: str, request: FeedRequest, back: int, today: Ideas) -> tuple[FeedView, Ideas]:
    """The trader's feed on that day, with the ideas that it ranks."""
    app, ideas = day_of(back, today)
    return reviewing.review(app, engine().principal, trader, ideas, request), ideas
