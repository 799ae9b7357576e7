"""The tables as they are today; how an older database gets here is in `migrations`."""

from typing import Final

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

METADATA: Final = MetaData()
VERSION_TABLE: Final = "schema_version"
Key: Final = BigInteger().with_variant(Integer(), "sqlite")

BOTS: Final = Table(
    "bots",
    METADATA,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("owner", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("symbol", Text, nullable=False),
    Column("step", Text, nullable=False),
    # The next two are a cache: the fold of bot_moves gives the same.
    Column("head", BigInteger, nullable=False),
    Column("revision", BigInteger, nullable=False),
    Index("bots_of_owner", "owner", "id"),
    Index("bots_of_market", "owner", "symbol", "step", unique=True),
    sqlite_autoincrement=True,
)

BOT_VERSIONS: Final = Table(
    "bot_versions",
    METADATA,
    Column("bot_id", Key, ForeignKey("bots.id"), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("parent", BigInteger),
    Column("parameters", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    ForeignKeyConstraint(["bot_id", "parent"], ["bot_versions.bot_id", "bot_versions.number"]),
    CheckConstraint("author IN ('you', 'claude', 'offline', 'auto', 'start')", name="bot_versions_author"),
)

# What a change did where it was measured, for versions that were kept with it.
VERSION_RESULTS: Final = Table(
    "version_results",
    METADATA,
    Column("bot_id", Key, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),
    ForeignKeyConstraint(["bot_id", "number"], ["bot_versions.bot_id", "bot_versions.number"]),
)

BOT_MOVES: Final = Table(
    "bot_moves",
    METADATA,
    Column("bot_id", Key, ForeignKey("bots.id"), primary_key=True),
    Column("revision", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("from_number", BigInteger),
    Column("to_number", BigInteger, nullable=False),
    Column("author", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    ForeignKeyConstraint(["bot_id", "to_number"], ["bot_versions.bot_id", "bot_versions.number"]),
    CheckConstraint("kind IN ('create', 'apply', 'undo', 'redo', 'restore')", name="bot_moves_kind"),
)

MESSAGES: Final = Table(
    "messages",
    METADATA,
    Column("bot_id", Key, ForeignKey("bots.id"), primary_key=True),
    Column("place", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("pasted", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    UniqueConstraint("bot_id", "id", name="messages_once"),
    CheckConstraint("author IN ('you', 'claude', 'offline', 'engine')", name="messages_author"),
)

# What became of a message's card, one row a click; the newest counts.
MESSAGE_MARKS: Final = Table(
    "message_marks",
    METADATA,
    Column("bot_id", Key, primary_key=True),
    Column("place", BigInteger, primary_key=True, autoincrement=False),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("version", BigInteger),
    Column("at_ms", BigInteger, nullable=False),
    ForeignKeyConstraint(["bot_id", "place"], ["messages.bot_id", "messages.place"]),
    ForeignKeyConstraint(["bot_id", "version"], ["bot_versions.bot_id", "bot_versions.number"]),
    CheckConstraint("kind IN ('applied', 'discarded')", name="message_marks_kind"),
)

SETTINGS: Final = Table(
    "settings",
    METADATA,
    Column("owner", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

WORLD: Final = Table(
    "world",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seed", BigInteger, nullable=False),
    Column("now_ms", BigInteger, nullable=False),
    CheckConstraint("id = 1", name="world_one_row"),
)

CLAUDE_CALLS: Final = Table(
    "claude_calls",
    METADATA,
    Column("call", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("user_hash", Text, nullable=False),
    Column("day", BigInteger, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("micro_usd", BigInteger, nullable=False),
    Column("line", Text, nullable=False),
    Index("claude_calls_of_day", "day", "user_hash"),
)

# Forecasts belong to their market, as candles do, and to nobody in particular.
FORECASTS_ISSUED: Final = Table(
    "forecasts_issued",
    METADATA,
    Column("chain", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("previous", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("symbol", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("cutoff_ms", BigInteger, nullable=False),
    Column("issued_ms", BigInteger, nullable=False),
    Column("origin", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("data_hash", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("seal", Text, nullable=False),
    UniqueConstraint("chain", "key", name="forecasts_issued_once"),
    CheckConstraint("origin IN ('ours', 'imported', 'plug-in')", name="forecasts_issued_origin"),
    Index("forecasts_issued_of_market", "chain", "symbol", "step"),
)

# Where each chain ends; a reset of the sample world begins another part of its line.
FORECAST_CHAINS: Final = Table(
    "forecast_chains",
    METADATA,
    Column("chain", Text, primary_key=True),
    Column("line", Text, nullable=False),
    Column("part", BigInteger, nullable=False),
    Column("rows", BigInteger, nullable=False),
    Column("seal", Text, nullable=False),
    Column("newest_ms", BigInteger, nullable=False),
    UniqueConstraint("line", "part", name="forecast_chains_part"),
)

# What was asked of the lab and answered; the row stays when the result is forgotten.
RUNS: Final = Table(
    "runs",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("owner", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("symbol", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("request", Text, nullable=False),
    Column("candles", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("trials", BigInteger, nullable=False),
    Column("summary", Text, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Index("runs_of_owner", "owner", "at_ms"),
)

RUN_RESULTS: Final = Table(
    "run_results",
    METADATA,
    Column("key", Text, ForeignKey("runs.key"), primary_key=True),
    Column("result", LargeBinary, nullable=False),
)

# What became of a run, one row a click; the newest of its kind counts.
RUN_MARKS: Final = Table(
    "run_marks",
    METADATA,
    Column("key", Text, ForeignKey("runs.key"), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    CheckConstraint("kind IN ('labelled', 'forgotten')", name="run_marks_kind"),
)

# What happened between a trader and opportunities; what was shown is here too. null is unknown.
EVENTS: Final = Table(
    "events",
    METADATA,
    Column("owner", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("undoes", Text, nullable=False),
    Column("idea", Text, nullable=False),
    Column("underlying", Text, nullable=False),
    Column("strategy", Text, nullable=False),
    Column("sector", Text, nullable=False),
    *(Column(name, Double) for name in ("delta", "premium", "days", "iv_rank", "margin", "pop")),
    Column("regime", Text, nullable=False),
    *(Column(name, Double) for name in ("vix", "vix_change")),
    Column("positions", BigInteger, nullable=False),
    Column("book_delta", Double, nullable=False),
    Column("outcome", Double),
    Column("feed", Text, nullable=False),
    Column("rank", BigInteger, nullable=False),
    Column("propensity", Double),
    Column("ranker", Text, nullable=False),
    *(Column(name, Double) for name in ("fits", "with_book", "exploring")),
    UniqueConstraint("owner", "key", name="events_once"),
    CheckConstraint("action IN ('shown', 'view', 'save', 'dismiss', 'trade', 'profit', 'loss')", name="events_action"),
    Index("events_in_time", "owner", "at_ms"),
)

# What exactly was traded on paper, beside the event of it.
PAPER_TRADES: Final = Table(
    "paper_trades",
    METADATA,
    Column("owner", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("content", Text, nullable=False),
    ForeignKeyConstraint(["owner", "key"], ["events.owner", "events.key"]),
)

# What a trader said of their profile; the newest of a belief counts.
CORRECTIONS: Final = Table(
    "corrections",
    METADATA,
    Column("owner", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("belief", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
)

# Positions as they were brought in, a file each; the newest file counts.
POSITION_FILES: Final = Table(
    "position_files",
    METADATA,
    Column("owner", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
)

# Whoever is being erased, for as long as that takes: one transaction. The only way in which such rows can go.
ERASURES: Final = Table(
    "erasures",
    METADATA,
    Column("owner", Text, primary_key=True),
    Column("nameless", Text, nullable=False, server_default=""),  # what stands for the owner where names are not known
)

# What names of traders are mixed with before anything is fitted on all of them.
CROWD_SALT: Final = Table(
    "crowd_salt",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("salt", Text, nullable=False),
    CheckConstraint("id = 1", name="crowd_salt_one_row"),
)
