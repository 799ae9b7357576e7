"""Stored settings come back exactly, and what cannot be used is named rather than guessed at."""

import json

import pytest
from hypothesis import given, strategies
from sqlalchemy import insert, update

from engine.bots.parameters import KNOBS, BotParameters, as_dict, changed
from engine.core.errors import StoreError
from engine.gateways.store.bots import Bot
from engine.gateways.store.database import engine_for, sign, writing
from engine.gateways.store.desk import Desk
from engine.gateways.store.parameters import SCHEMA, from_text, to_text
from engine.gateways.store.store import Store
from engine.gateways.store.tables import BOT_VERSIONS, BOTS

NUMBERS = {
    name: strategies.floats(*knob.allowed) if knob.type == "float" else strategies.integers(*map(int, knob.allowed))
    for name, knob in KNOBS.items()
    if knob.allowed and name not in ("exit_band", "k_sigma")
}


@given(strategies.fixed_dictionaries({}, optional=NUMBERS))
def test_settings_come_back_to_the_last_digit(values: dict[str, float]) -> None:
    """An undo that returns almost the same bot is not an undo."""
    parameters = changed(BotParameters(), values)
    assert from_text(to_text(parameters), "version 1") == parameters


def test_the_names_of_schema_one_are_these() -> None:
    """When a setting is added or renamed, raise SCHEMA and bring older text up to it; then change this list."""
    assert SCHEMA == 1
    names = (
        "base_trade_size max_position_size position_scaling window k_sigma entry_confirm_bars take_profit_pct"
        " exit_band trailing_stop_pct max_holding_bars risk_factor stop_loss_pct max_daily_loss_pct max_drawdown_pct"
        " style allow_short timeframe cooldown_bars max_trades_per_day trend_filter max_volatility_pct ml_weight"
        " ml_min_confidence max_asset_exposure max_open_positions order_type max_slippage_bps"
    )
    assert " ".join(KNOBS) == names


@pytest.mark.parametrize(("text", "said"), [
    ("", "are not JSON"), ("[]", "are not JSON"), ('{"schema":1}', "are not JSON"), ("null", "are not JSON"),
    (json.dumps({"schema": 2, "settings": as_dict(BotParameters())}), "schema 2, this Toption reads 1"),
    (json.dumps({"settings": as_dict(BotParameters())}), "schema None"),
    (json.dumps({"schema": 1, "settings": as_dict(BotParameters()) | {"window": 99}}), "window must be 5 to 30"),
    (json.dumps({"schema": 1, "settings": as_dict(BotParameters()) | {"magic": 1}}), "no setting 'magic'"),
    (json.dumps({"schema": 1, "settings": {"window": 15}}), "k_sigma"),
])  # fmt: skip
def test_text_that_cannot_be_used_is_refused_with_its_place(text: str, said: str) -> None:
    """A value that was never saved by us must not reach a bot."""
    with pytest.raises(StoreError, match=said) as refused:
        from_text(text, 'version 3 of "Dip"')
    assert 'version 3 of "Dip"' in str(refused.value)


def test_a_bad_version_is_named_and_can_be_left_by_undo(url: str, store: Store, desk: Desk, bot: Bot) -> None:
    """One bad row must not lock a trader out of the bot."""
    bad = to_text(bot.head.parameters).replace('"window":15', '"window":99')
    row = {"bot_id": bot.id, "number": 2, "parent": 1, "parameters": bad, "author": "you", "reason": "", "at_ms": 2}
    engine = engine_for(url)
    with writing(engine) as connection:
        sign(connection, "ada")
        connection.execute(insert(BOT_VERSIONS).values(**row))
        connection.execute(update(BOTS).values(head=2))
    engine.dispose()
    with pytest.raises(
        StoreError, match=rf'version 2 of "Dip" \(bot {bot.id}\) cannot be used: window must be 5 to 30'
    ):
        desk.bot(bot.id)
    assert [problem[:20] for problem in store.check()] == ['version 2 of "Dip" (', "Bot 1 stands at vers"]
    assert desk.undo(bot.id, bot.revision, at_ms=3).head == bot.head
