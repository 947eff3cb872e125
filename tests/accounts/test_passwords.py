"""Hashing passwords, which is slow on purpose: one at a time, and nobody takes all the turns."""

from concurrent.futures import ThreadPoolExecutor

from flask import Flask
from sqlalchemy import update

from backend.accounts.models import User
from backend.accounts.passwords import TURNS, hash_password
from backend.db import write_transaction
from tests.cast import Browser, Person
from tests.e2e.waiting import wait_until

FORM = {"email": "ada@earshot.test", "password": "slow green tractor"}
GUESSING, OTHER = "203.0.113.9", "203.0.113.10"
OF_ONE = 6


def test_an_address_that_guesses_many_passwords_at_once_leaves_turns_for_others(app: Flask) -> None:
    def guess(address: str) -> str:
        answer = Browser(app, address).call("POST", "/api/sign-in", json=FORM)
        return f"{answer.status_code} {answer.json['code']}"

    with ThreadPoolExecutor(OF_ONE + 1) as pool, TURNS.turn(5, GUESSING):
        waiting = [pool.submit(guess, GUESSING) for _ in range(OF_ONE - 1)]
        wait_until(lambda: len(TURNS._turns) == OF_ONE, "one address to use its share")
        refused = guess(GUESSING)
        other = pool.submit(guess, OTHER)
        wait_until(lambda: len(TURNS._turns) == OF_ONE + 1, "another address to wait")

    assert refused == "503 busy"
    assert other.result() == "401 wrong_password"
    assert {one.result() for one in waiting} == {"401 wrong_password"}


def test_a_password_that_would_be_refused_today_still_opens(app: Flask, ada: Person) -> None:
    with app.app_context(), write_transaction() as transaction:
        weak = {"password_hash": hash_password("Summer2026!")}
        transaction.execute(update(User).filter_by(id=ada.id).values(weak))

    form = {"email": ada.email, "password": "Summer2026!"}

    assert Browser(app).call("POST", "/api/sign-in", json=form).status_code == 200
