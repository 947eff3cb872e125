"""Records are looked up by their key, however little the database knows of its tables yet."""

from flask import Flask
from sqlalchemy import text

from backend.db import db
from backend.sync.store.record_store import RECORDS_BY_ID

ASKED = {
    "sqlite": ("EXPLAIN QUERY PLAN", "sqlite_autoindex_record_1"),
    "postgresql": ("EXPLAIN", "pk_record"),
}


def test_a_round_on_a_new_server_finds_its_records_by_their_key(app: Flask) -> None:
    with app.app_context():
        database = db.engine.dialect.name
        question, key = ASKED[database]
        wanted = {"owner": "ada", "ids": "[]"}

        plan = db.session.execute(text(f"{question} {RECORDS_BY_ID[database].text}"), wanted).all()

    assert key in str(plan)
