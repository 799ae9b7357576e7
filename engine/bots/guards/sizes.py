"""Guardrails about money: orders too small to exist, larger than their caps, or too small to matter."""

from collections.abc import Iterator

from engine.bots.guards.finding import Finding, Remedy, down_to, up_to
from engine.bots.guards.situation import Situation, largest_share, order_units, share_cap, stop_pct
from engine.bots.parameters import BotParameters
from engine.market.bars import STEPS

SLIGHT_SHARE = 0.005  # with less than half a percent at work, no setting moves the result


def too_small_to_trade(parameters: BotParameters, place: Situation) -> Iterator[Finding]:
    """An order that rounds to nothing or stays below the market's minimum, even with the full forecast tilt."""
    market, price = place.market, place.price
    if market is None:
        return
    tilt = 1 + parameters.ml_weight
    units = min(order_units(parameters) * tilt, parameters.max_position_size)
    coins = units * market.unit
    if price is not None and place.capital is not None:
        coins = min(coins, place.capital * share_cap(parameters) / price, place.capital / (price * (1 + place.fee)))
    whole = _whole_lots(coins, market.lot_step)
    if whole > 0 and (price is None or whole * price >= market.minimum_notional):
        return
    least = market.lot_step if price is None else max(market.lot_step, market.minimum_notional / price)
    message = (
        f"base_trade_size {parameters.base_trade_size:g} never trades on {market.symbol}: the largest first order is"
        f" {coins:.6g} coins, the least that trades is {least:.6g}."
    )
    # Aim one lot above the minimum, since what is bought is rounded down.
    wanted = (least + market.lot_step) / market.unit
    yield Finding(
        "impossible", ("base_trade_size",), message, "too_small_to_trade", _larger_orders(parameters, place, wanted)
    )


def _larger_orders(parameters: BotParameters, place: Situation, wanted: float) -> tuple[Remedy, ...]:
    """Ways to an order of `wanted` units: a larger base, with room made in the caps where they bind."""
    base = up_to("base_trade_size", wanted / (0.5 + parameters.risk_factor))
    room = base.copy()
    if parameters.max_position_size < wanted:
        room |= up_to("max_position_size", wanted)
    if place.market is not None and place.price is not None and place.capital is not None:
        needed = wanted * place.market.unit * place.price / place.capital
        if share_cap(parameters) < needed:
            room |= up_to("max_asset_exposure", needed / min(1.0, 0.5 + parameters.risk_factor))
    caps = {name: value for name, value in room.items() if name != "base_trade_size"}
    return tuple(each for each in (caps, base, room) if each)


def _whole_lots(coins: float, lot: float) -> float:
    return coins if lot <= 0 else (coins / lot + 1e-9) // 1 * lot


def above_largest_position(parameters: BotParameters, _: Situation) -> Iterator[Finding]:
    """One order larger than the largest position: every order is cut, and the size slider does nothing."""
    order, cap = order_units(parameters), parameters.max_position_size
    if order <= cap * (1 + 1e-9):
        return
    message = (
        f"One order is {order:.6g} asset units (base_trade_size x (0.5 + risk_factor)), more than max_position_size"
        f" {cap:g}: every order is cut to it."
    )
    remedies = (
        up_to("max_position_size", order),
        down_to("base_trade_size", cap / (0.5 + parameters.risk_factor)),
    )
    yield Finding("warning", ("base_trade_size", "max_position_size"), message, "above_largest_position", remedies)


def above_share_of_equity(parameters: BotParameters, place: Situation) -> Iterator[Finding]:
    """One order worth more than the share of equity one asset may take (or than the cash): always cut."""
    market, price, capital = place.market, place.price, place.capital
    if market is None or price is None or capital is None:
        return
    order = order_units(parameters) * market.unit * price
    cap = min(capital * share_cap(parameters), capital / (1 + place.fee))
    if order <= cap * (1 + 1e-9):
        return
    message = (
        f"One order is worth {order:,.2f} {market.quote}, but max_asset_exposure {parameters.max_asset_exposure:g}"
        f" (x min(1, 0.5 + risk_factor)) and the cash allow {cap:,.2f} of {capital:,.2f}: every order is cut."
    )
    risk = 0.5 + parameters.risk_factor
    remedies = (
        down_to("base_trade_size", cap / (risk * market.unit * price)),
        up_to("max_asset_exposure", order / capital / min(1.0, risk)),
        down_to("base_trade_size", 0.25 * capital / (risk * market.unit * price))
        | up_to("max_asset_exposure", 0.25 / min(1.0, risk)),
    )
    yield Finding("warning", ("base_trade_size", "max_asset_exposure"), message, "above_share_of_equity", remedies)


def hardly_at_work(parameters: BotParameters, place: Situation) -> Iterator[Finding]:
    """So little of the capital can ever be at work that results cannot move."""
    market, price, capital = place.market, place.price, place.capital
    if market is None or price is None or capital is None:
        return
    share = largest_share(parameters, place)
    if share >= SLIGHT_SHARE:
        return
    message = (
        f"With base_trade_size {parameters.base_trade_size:g} at most {share:.2%} of the {capital:,.0f} {market.quote}"
        " is ever at work: whatever you tune, the account hardly moves."
    )
    larger = parameters.base_trade_size * SLIGHT_SHARE / share if share > 0 else parameters.base_trade_size
    more_lots = up_to("base_trade_size", larger) | up_to(
        "max_position_size", max(parameters.max_position_size, SLIGHT_SHARE * capital / (market.unit * price))
    )
    remedies = (
        up_to("base_trade_size", larger),
        up_to("max_asset_exposure", SLIGHT_SHARE / min(1.0, 0.5 + parameters.risk_factor)),
        more_lots,
    )
    yield Finding("note", ("base_trade_size",), message, "hardly_at_work", remedies)


def stop_beyond_drawdown(parameters: BotParameters, place: Situation) -> Iterator[Finding]:
    """A full position that is stopped out once reaches the drawdown limit: one bad trade ends the bot."""
    share, stop = largest_share(parameters, place), stop_pct(parameters)
    loss, limit = share * stop, parameters.max_drawdown_pct
    if loss < limit:
        return
    message = (
        f"A full position ({share:.0%} of equity) that falls by the stop of {stop:g} % costs {loss:.1f} % of equity:"
        f" that alone reaches max_drawdown_pct {limit:g} and stops the bot until you resume it."
    )
    remedies = (
        down_to("stop_loss_pct", limit / share, strictly=True),
        down_to("max_asset_exposure", limit / stop / min(1.0, 0.5 + parameters.risk_factor), strictly=True),
        up_to("max_drawdown_pct", loss, strictly=True),
    )
    settings = ("stop_loss_pct", "max_asset_exposure", "max_drawdown_pct")
    yield Finding("warning", settings, message, "stop_beyond_drawdown", remedies)


def stop_beyond_day(parameters: BotParameters, place: Situation) -> Iterator[Finding]:
    """A full position that is stopped out once reaches the daily loss limit: one bad trade ends the day."""
    share, stop = largest_share(parameters, place), stop_pct(parameters)
    loss, limit = share * stop, parameters.max_daily_loss_pct
    if loss < limit:
        return
    message = (
        f"A full position ({share:.0%} of equity) that falls by the stop of {stop:g} % within a day costs"
        f" {loss:.1f} % of equity: that alone reaches max_daily_loss_pct {limit:g}, with no more entries that day."
    )
    remedies = (
        down_to("stop_loss_pct", limit / share, strictly=True),
        up_to("max_daily_loss_pct", loss, strictly=True),
        down_to("max_asset_exposure", limit / stop / min(1.0, 0.5 + parameters.risk_factor), strictly=True),
    )
    yield Finding("note", ("stop_loss_pct", "max_daily_loss_pct"), message, "stop_beyond_day", remedies)


def no_shorts_here(parameters: BotParameters, place: Situation) -> Iterator[Finding]:
    """Shorts where there is nothing to borrow: refused."""
    if parameters.allow_short and place.market is not None and not place.market.can_short:
        message = (
            f"allow_short is on, but {place.market.symbol} is a {place.market.kind} market with nothing to borrow;"
            " only a perpetual can be sold short."
        )
        yield Finding("impossible", ("allow_short",), message, "no_shorts_here", ({"allow_short": False},))


def timeframe_too_fine(parameters: BotParameters, place: Situation) -> Iterator[Finding]:
    """Bars that cannot be made from the candles at hand: finer, or not a whole multiple."""
    if place.step is None or STEPS[parameters.timeframe] % STEPS[place.step] == 0:
        return
    message = f"timeframe {parameters.timeframe} cannot be made from candles of {place.step}: it is no whole multiple."
    fitting = [each for each in ("5m", "15m", "1h", "4h", "1d") if STEPS[each] % STEPS[place.step] == 0]
    yield Finding(
        "impossible", ("timeframe",), message, "timeframe_too_fine", tuple({"timeframe": each} for each in fitting[:1])
    )
