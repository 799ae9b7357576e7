"""From a decision to the bot: the arm that was shipped, as a proposed change that nobody but a press of Keep keeps."""

import json

from engine.core.errors import DataError
from engine.gateways.store.bots import Bot
from engine.gateways.store.desk import Principal
from engine.services.lab.keeping import Offer, keep, offered
from engine.services.review_rankings import running
from engine.services.review_rankings.paper.designing import bot_on
from engine.services.startup import App


def proposed(app: App, principal: Principal, key: str, variant: str) -> tuple[Bot, Offer]:
    """What keeping this arm would change in the bot as it stands now, after the engine's own checks; nothing is kept.

    DataError unless the experiment was decided as Ship and this is one of its arms.
    """
    life = running.life_for(app, principal, key)
    paper, names = life.design.paper, [each.name for each in life.design.variants]
    if paper is None or life.decision is None or life.decision.call != "ship":
        raise DataError(f"{key!r} must have run on paper and be decided as ship before its arm is proposed to the bot.")
    if variant not in names[1:]:
        raise DataError(f"the arms of {key!r} that may be proposed are {', '.join(names[1:])}, was {variant!r}.")
    bot = bot_on(app, principal, paper.bot)
    why = f"Experiment {key}: {variant} on paper, decided as ship"
    bars = app.candles.bars(bot.symbol, bot.step).until(app.now_on(app.candles.market(bot.symbol, bot.step)))
    return bot, offered(app, bot, paper.arms[names.index(variant)], why, float(bars.close[-1]), paper.setup)


def take(app: App, principal: Principal, key: str, variant: str) -> Bot:
    """Keep the proposal as the bot's next version, which undo takes back, and note it with the experiment."""
    bot, offer = proposed(app, principal, key, variant)
    after = keep(app, bot, offer)
    told = json.dumps({"variant": variant, "version": after.head.number})
    running.noted(app, principal, running.life_for(app, principal, key), "kept", told)
    return after
