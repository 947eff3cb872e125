"""The limit: an endpoint that stores each batch with one executemany and does nothing else."""

import json
import sqlite3
import sys
from threading import local
from typing import Any

import psycopg
from flask import Flask, Response, request
from waitress import serve

PORT, PLACE = sys.argv[1:]
IS_POSTGRESQL = PLACE.startswith("postgresql://")
SEQ = "BIGSERIAL PRIMARY KEY" if IS_POSTGRESQL else "INTEGER PRIMARY KEY"
VALUE = "%s" if IS_POSTGRESQL else "?"
TABLE = f"CREATE TABLE note (seq {SEQ}, id TEXT NOT NULL UNIQUE, fields TEXT NOT NULL)"
INSERT = f"INSERT INTO note (id, fields) VALUES ({VALUE}, {VALUE})"
PAGE = f"SELECT seq, id, fields FROM note WHERE seq > {VALUE} ORDER BY seq LIMIT {VALUE}"

app = Flask(__name__)
of_thread = local()


@app.post("/rows")
def take_in() -> Response:
    """Store the rows."""
    rows = [(row["id"], json.dumps(row["fields"])) for row in request.get_json()]
    _database().cursor().executemany(INSERT, rows)
    _database().commit()
    return Response("{}", content_type="application/json")


@app.get("/rows")
def give_out() -> Response:
    """Return the rows above a seq."""
    after, limit = int(request.args["after"]), int(request.args["limit"])
    rows = _database().execute(PAGE, (after, limit)).fetchall()
    _database().commit()
    news = [{"seq": seq, "id": id_, "fields": json.loads(fields)} for seq, id_, fields in rows]
    return Response(json.dumps(news), content_type="application/json")


def _database() -> Any:
    if not hasattr(of_thread, "database"):
        of_thread.database = _connect()
    return of_thread.database


def _connect() -> Any:
    if IS_POSTGRESQL:
        return psycopg.connect(PLACE)
    database = sqlite3.connect(PLACE)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    return database


if __name__ == "__main__":
    _database().execute(TABLE)
    _database().commit()
    serve(app, host="127.0.0.1", port=int(PORT))
