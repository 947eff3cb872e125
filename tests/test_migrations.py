"""Migrations: they go up, down and up again, and make what the models say."""

from typing import Any

from flask import Flask
from flask_migrate import check, downgrade, upgrade
from sqlalchemy import inspect, text

from backend.db import db
from tests.cast import Person


def test_migrations_go_down_and_up_again(app: Flask) -> None:
    with app.app_context():
        assert len(_tables()) > 5

        downgrade(revision="base")
        assert _tables() == {"alembic_version"}

        upgrade()
        assert {"user", "session", "record"} <= _tables()


def test_the_models_are_what_the_migrations_make(app: Flask) -> None:
    with app.app_context():
        check()


def test_each_migration_can_be_taken_back_alone(app: Flask) -> None:
    with app.app_context():
        downgrade()
        upgrade()
        downgrade()

        assert "user" in _tables()


def test_the_reason_of_a_nudge_is_parted_from_its_day_and_put_back(app: Flask, ada: Person) -> None:
    row = {"owner": ada.id, "record": "maria", "value": "2026-11-27 plan_1"}
    with app.app_context():
        downgrade(revision="0005")
        _run(
            "INSERT INTO due (owner_id, record_id, what, value, at, tries)"
            " VALUES (:owner, :record, 'nudge', :value, '2026-11-27 08:00:00', 0)",
            row,
        )

        upgrade()
        assert _run("SELECT value, why FROM due") == [("2026-11-27", "plan_1")]

        downgrade(revision="0005")
        assert _run("SELECT value FROM due") == [("2026-11-27 plan_1",)]


def _run(statement: str, values: dict[str, str] | None = None) -> list[tuple[Any, ...]] | None:
    with db.engine.begin() as connection:
        result = connection.execute(text(statement), values or {})
        return [tuple(row) for row in result] if result.returns_rows else None


def _tables() -> set[str]:
    db.session.remove()
    return set(inspect(db.engine).get_table_names())
