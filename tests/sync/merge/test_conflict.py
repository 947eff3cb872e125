"""The merge of one field: the table of cases, and the laws that hold for all texts and sets."""

import json
import re
import time
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.schema.values import Merge
from backend.sync.merge.conflict import Conflict, resolve
from backend.sync.merge.effort import Effort
from backend.sync.merge.merge_text import MergedText, merge_text

VECTORS = json.loads((Path(__file__).parents[2] / "vectors/merge.json").read_text())
WORDS = st.sampled_from(["tea", "roof", "Li", "is", "in", "Oslo,", "and", "7"])
SPACES = st.sampled_from([" ", "\n", "\n\n"])
TEXTS = st.lists(st.tuples(WORDS, SPACES), max_size=12).map(
    lambda parts: "".join(word + space for word, space in parts).strip()
)
ITEMS = st.lists(st.sampled_from("abcdef"), unique=True)


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["say"])
def test_the_table_of_merges(case: dict[str, Any]) -> None:
    meeting = Conflict(case["seen"], case["stored"], case["sent"], case.get("known", True))

    settled = resolve(Merge(case["how"]), meeting, Effort(), case.get("on_purpose", False))

    assert (settled.value, settled.also) == (case["value"], case.get("also"))
    assert settled.two_versions == case.get("two_versions", False)


def merge_first(base: str | None, stored: str, sent: str) -> MergedText:
    """Merge two edits as the first of their round."""
    return merge_text(base, stored, sent, Effort())


@st.composite
def two_edits(draw: st.DrawFn) -> tuple[str, str, str]:
    """A text, and two edits of it whose new words are nobody else's."""
    words = draw(st.lists(WORDS, max_size=8, unique=True))
    return " ".join(words), _edited(draw, words, "ada"), _edited(draw, words, "ben")


def _edited(draw: st.DrawFn, words: list[str], name: str) -> str:
    kept = [word for word in words if draw(st.booleans())]
    for number in range(draw(st.integers(0, 4))):
        kept.insert(draw(st.integers(0, len(kept))), f"{name}{number}")
    return " ".join(kept)


@given(two_edits())
def test_no_inserted_word_is_lost_and_none_is_invented(texts: tuple[str, str, str]) -> None:
    base, stored, sent = texts

    merged = merge_first(base, stored, sent).text.split()

    inserted = re.findall(r"(?:ada|ben)\d", f"{stored} {sent}")
    assert sorted(word for word in merged if re.match("ada|ben", word)) == sorted(inserted)
    assert not Counter(merged) - Counter(base.split()) - Counter(inserted)


@given(two_edits())
def test_what_both_left_stays_and_what_either_deleted_is_gone(texts: tuple[str, str, str]) -> None:
    base, stored, sent = (Counter(text.split()) for text in texts)

    merged = Counter(merge_first(*texts).text.split())

    for word, count in base.items():
        least = stored[word] + sent[word] - count
        assert least <= merged[word] <= min(count, stored[word], sent[word])


@given(TEXTS, TEXTS)
def test_an_edit_that_met_no_other_is_taken_as_it_is(base: str, edited: str) -> None:
    assert merge_first(base, edited, base).text == edited
    assert merge_first(base, base, edited).text == edited
    assert merge_first(base, edited, edited).text == edited


@given(TEXTS, TEXTS, TEXTS)
def test_which_words_stand_does_not_hang_on_the_order_of_arrival(
    base: str, one: str, other: str
) -> None:
    forth, back = merge_first(base, one, other), merge_first(base, other, one)

    assert Counter(forth.text.split()) == Counter(back.text.split())
    assert forth.two_versions == back.two_versions


@given(st.text(), st.text(), st.text())
def test_any_text_merges_and_no_letter_is_made_up(base: str, one: str, other: str) -> None:
    merged = merge_first(base, one, other).text

    assert letters_and_accents(merged) <= letters_and_accents(base + one + other + " \n")


def letters_and_accents(text: str) -> set[str]:
    """Take characters apart: an accent that comes to stand behind a letter becomes one with it."""
    return set(unicodedata.normalize("NFD", text))


@given(ITEMS, ITEMS, ITEMS)
def test_sets_keep_every_addition_and_every_removal(
    seen: list[str], stored: list[str], sent: list[str]
) -> None:
    value = resolve(Merge.SET, Conflict(seen, stored, sent), Effort()).value or []

    added = (set(stored) | set(sent)) - set(seen)
    assert set(value) == added | (set(seen) & set(stored) & set(sent))
    assert len(value) == len(set(value))


def test_texts_too_long_to_compare_stay_whole_and_quickly() -> None:
    base, stored, sent = (" ".join(f"w{n} {side}{n}" for n in range(8000)) for side in "uvz")
    began = time.thread_time()

    merged = merge_first(base, stored, sent)

    assert merged.text == f"{stored}\n{sent}"
    assert merged.two_versions
    assert time.thread_time() - began < 2


def test_two_insertions_at_many_places_share_one_effort() -> None:
    base = " ".join(f"w{n}" for n in range(49))
    stored, sent = (" ".join(f"w{n} {side} {'a ' * 200}{side}" for n in range(49)) for side in "pq")

    text = merge_first(base, stored, sent)

    assert text == MergedText(f"{stored}\n{sent}", two_versions=True)


def test_all_merging_of_a_round_shares_one_effort() -> None:
    effort = Effort()
    base = " ".join(f"w{n}" for n in range(5_000))

    texts = [merge_text(base, f"{base} tea", f"Oslo {base}", effort) for _ in range(20)]

    whole = [text.two_versions for text in texts]
    assert texts[0].text == f"Oslo {base} tea"
    assert texts[-1].text == f"{base} tea\nOslo {base}"
    assert whole == sorted(whole)


def test_a_small_text_is_still_merged_after_one_that_is_too_long() -> None:
    effort = Effort()
    long = "\u6f22" * 50_000
    merge_text(long, long + "x", long + "y", effort)

    text = merge_text("grows tomatoes", "grows red tomatoes", "grows tomatoes indoors", effort)

    assert text.text == "grows red tomatoes indoors"


def test_two_insertions_that_are_mostly_the_same_stand_once() -> None:
    merged = merge_first("", "met at the fair. climbs", "met at the fair. climbs on Mondays")

    assert merged.text == "met at the fair. climbs on Mondays"


def test_two_insertions_with_little_in_common_stand_one_after_the_other() -> None:
    merged = merge_first("", "likes the sea", "climbs the wall")

    assert merged.text == "likes the sea climbs the wall"
    assert merged.two_versions
