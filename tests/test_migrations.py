"""Migrations: they go up, down and up again, and make what the models say."""

from flask_migrate import check, downgrade, upgrade
from sqlalchemy import inspect

from backend.db import db


def test_migrations_go_down_and_up_again(app):
    with app.app_context():
        assert len(_tables()) > 5

        downgrade(revision="base")
        assert _tables() == {"alembic_version"}

        upgrade()
        assert {"user", "session", "record"} <= _tables()


def test_the_models_are_what_the_migrations_make(app):
    with app.app_context():
        check()


def test_each_migration_can_be_taken_back_alone(app):
    with app.app_context():
        downgrade()
        upgrade()
        downgrade()

        assert "user" in _tables()


def _tables():
    db.session.remove()
    return set(inspect(db.engine).get_table_names())
