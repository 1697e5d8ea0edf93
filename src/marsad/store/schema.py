"""The tables of a store, the same on SQLite and PostgreSQL.

Pages hold the bytes as they came; articles what was read from them; mentions what each clause says;
judgements which of them are one; events what follows from the judgements, computed anew whenever one
changes. Ids are texts that never change (`ids.py`). A change here needs a migration (`migrations/versions`).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

metadata = MetaData()
SERIAL = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up INTEGER keys only

runs = Table(
    "runs",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("command", Text, nullable=False),  # add, forget, link ...
    Column("coder", Text, nullable=False),  # version of the software
    Column("data", Text, nullable=False),  # hash over the checksums of the packaged tables
    Column("started_at", DateTime, nullable=False),  # UTC, as all times here
    Column("ended_at", DateTime),  # null: under way, or killed
)

pages = Table(
    "pages",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("media", Text, nullable=False),  # html, text, record
    Column("bytes", LargeBinary),  # zlib; null once forgotten
    Column("size", Integer, nullable=False),  # of the bytes before compression
    Column("fetched_at", DateTime),
    Column("added_at", DateTime, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
)

sightings = Table(  # the same bytes may lie at several places
    "sightings",
    metadata,
    Column("page", ForeignKey("pages.sha256"), primary_key=True),
    Column("source", Text, primary_key=True),
    Column("seen_at", DateTime, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("page", ForeignKey("pages.sha256"), nullable=False, index=True),
    Column("given_id", Text, nullable=False, index=True),  # the record's own id, as `read --json` shows it
    Column("key", Text, nullable=False, index=True),  # url, record id or path: what its versions share
    Column("version", Integer, nullable=False),  # 1, 2 ...
    Column("current", Boolean, nullable=False),  # whether no newer version is here
    Column("source", Text, nullable=False),
    Column("outlet", Text, index=True),
    Column("url", Text),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("published", Date, index=True),
    Column("published_source", Text),
    Column("defects", Text, nullable=False),  # JSON
    Column("runs", Text, nullable=False),  # JSON: [start, page_start, length], the way back to the page
    Column("copy_of", Text, index=True),  # id of the first article with this text; null: its own
    Column("signature", LargeBinary),  # MinHash (same/copies.py)
    Column("linked", Boolean, nullable=False),  # whether its mentions have been compared with the others
    Column("run", ForeignKey("runs.id"), nullable=False),
)
Index(
    "articles_unlinked",
    articles.c.linked,
    sqlite_where=text("linked IS 0"),
    postgresql_where=text("linked IS false"),
)

mentions = Table(
    "mentions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article", ForeignKey("articles.id"), nullable=False, index=True),
    Column("account", Text, nullable=False),  # article id / label of the coder
    Column("event", Text, index=True),  # null until it is linked, or retired
    Column("retired", ForeignKey("runs.id")),  # the run whose coder no longer finds it; null: it stands
    Column("type", Text, nullable=False),
    Column("frame", Text, nullable=False),
    Column("trigger", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),  # the sentence
    Column("quote_start", Integer, nullable=False),
    Column("title", Boolean, nullable=False),
    Column("factuality", Text, nullable=False),
    Column("attribution", Text),
    Column("actors", Text, nullable=False),  # codes, JSON list
    Column("recipients", Text, nullable=False),
    Column("place_id", Text),
    Column("place_name", Text),
    Column("place_kind", Text),
    Column("place_precision", Text),
    Column("place_role", Text),
    Column("country", Text),  # ISO 3166 alpha-2
    Column("lat", Float),
    Column("lon", Float),
    Column("radius_km", Float),
    Column("since", Date),
    Column("until", Date),
    Column("date_precision", Text),
    Column("date_basis", Text),
    Column("quantity_low", Float),
    Column("quantity_high", Float),
    Column("quantity_unit", Text),
    Column("munitions_low", Float),
    Column("munitions_high", Float),
    Column("munitions_unit", Text),
    Column("fatalities_low", Float),
    Column("fatalities_high", Float),
    Column("wounded_low", Float),
    Column("wounded_high", Float),
    Column("outlet", Text),  # the article's, beside it for the linker
    Column("published", Date, index=True),
    Column("evidence", Text, nullable=False),  # JSON: the mention as `read --json` writes it, spans and rules
    Column("run", ForeignKey("runs.id"), nullable=False),
)
Index("mentions_account", mentions.c.account)

blocks = Table(  # accounts that share a block may tell of one event
    "blocks",
    metadata,
    Column("block", BigInteger, primary_key=True),  # hash of a blocking key (same/blocking.py)
    Column("account", Text, primary_key=True),
    sqlite_with_rowid=False,
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("level", Text, nullable=False),  # copy, event, course
    Column("left", Text, nullable=False, index=True),
    Column("right", Text, nullable=False, index=True),
    Column("judgement", Text, nullable=False),
    Column("score", Float),
    Column("reasons", Text, nullable=False),  # JSON: [compared, found, weight]
    Column("who", Text, nullable=False),
    Column("human", Boolean, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("undone", DateTime),
    Column("run", ForeignKey("runs.id")),
)

events = Table(  # computed from mentions and judgements; a merged or gone one keeps its row
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("state", Text, nullable=False),  # active, merged, gone
    Column("merged_into", Text),
    Column("type", Text, nullable=False),
    Column("factuality", Text),
    Column("start", Date),
    Column("end", Date),
    Column("day", Date),  # start, else the first publication: what lists are sorted by
    Column("place_id", Text),
    Column("place_name", Text),
    Column("place_precision", Text),
    Column("country", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("radius_km", Float),
    Column("cell", Integer),  # the one-degree square of the point (ids.py), so that a box asks few of them
    Column("quantity_low", Float),
    Column("quantity_high", Float),
    Column("munitions_low", Float),
    Column("munitions_high", Float),
    Column("fatalities_low", Float),
    Column("fatalities_high", Float),
    Column("wounded_low", Float),
    Column("wounded_high", Float),
    Column("mentions", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("evidence", Integer, nullable=False),  # articles that are no copy of another
    Column("outlets", Integer, nullable=False),
    Column("conflict", Boolean, nullable=False),
    Column("lead", Text, nullable=False),  # the mention whose sentence stands for it in lists
    Column("first_published", Date),
    Column("last_published", Date),
    Column("updated_at", DateTime, nullable=False),
)

Index("events_day", events.c.state, events.c.day)
Index("events_type", events.c.type, events.c.day)
Index("events_country", events.c.country, events.c.day)
Index("events_place", events.c.place_id, events.c.day)
Index("events_cell", events.c.cell, events.c.day)

parties = Table(
    "parties",
    metadata,
    Column("event", ForeignKey("events.id"), primary_key=True),
    Column("role", Text, primary_key=True),  # actor, recipient
    Column("code", Text, primary_key=True),
    Column("day", Date),  # the event's, so that one index answers "this actor, newest first"
)

Index("parties_code", parties.c.code, parties.c.day, parties.c.event)

timeline = Table(  # events and mentions a month, kept in step with `events` (timeline.py)
    "timeline",
    metadata,
    Column("month", Text, primary_key=True),  # 2020-03
    Column("type", Text, primary_key=True),
    Column("country", Text, primary_key=True),  # "" where it is not known
    Column("events", Integer, nullable=False),
    Column("mentions", Integer, nullable=False),
)

search = Table(  # the Arabic search keys of a mention's sentence (keys.py); on SQLite beside an FTS5 index
    "search",
    metadata,
    Column("n", SERIAL, primary_key=True),
    Column("mention", ForeignKey("mentions.id"), nullable=False, unique=True),
    Column("words", Text, nullable=False),  # folded
    Column("stems", Text, nullable=False),  # folded, without what is only joined on
)

failures = Table(
    "failures",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("source", Text, nullable=False),
    Column("sha256", Text),  # of the page, where one could be opened
    Column("room", Text, nullable=False),
    Column("error", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("at", DateTime, nullable=False),
)

changes = Table(  # what became of ids: redirects, tombstones
    "changes",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("kind", Text, nullable=False),  # merged, split, gone, forgotten
    Column("what", Text, nullable=False),  # event, article, page
    Column("thing", Text, nullable=False),  # its id
    Column("into", Text),  # where to look instead
)
