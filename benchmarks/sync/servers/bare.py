"""The limit: an endpoint that stores each batch with one executemany and does nothing else."""

import json
import sqlite3
import sys
from threading import local

from flask import Flask, Response, request
from waitress import serve

app = Flask(__name__)
of_thread = local()
TABLE = "CREATE TABLE row (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, fields TEXT NOT NULL)"
INSERT = "INSERT INTO row (id, fields) VALUES (?, ?)"
PAGE = "SELECT seq, id, fields FROM row WHERE seq > ? ORDER BY seq LIMIT ?"


@app.post("/rows")
def take_in() -> Response:
    rows = [(row["id"], json.dumps(row["fields"])) for row in request.get_json()]
    with _database() as database:
        database.executemany(INSERT, rows)
    return Response("{}", content_type="application/json")


@app.get("/rows")
def give_out() -> Response:
    after, limit = int(request.args["after"]), int(request.args["limit"])
    rows = _database().execute(PAGE, (after, limit)).fetchall()
    news = [{"seq": seq, "id": id_, "fields": json.loads(fields)} for seq, id_, fields in rows]
    return Response(json.dumps(news), content_type="application/json")


def _database() -> sqlite3.Connection:
    if not hasattr(of_thread, "database"):
        of_thread.database = sqlite3.connect(sys.argv[2])
        of_thread.database.execute("PRAGMA journal_mode = WAL")
        of_thread.database.execute("PRAGMA synchronous = FULL")
    database: sqlite3.Connection = of_thread.database
    return database


if __name__ == "__main__":
    _database().execute(TABLE)
    serve(app, host="127.0.0.1", port=int(sys.argv[1]))
