"""Hashes of words and features, so that neither is stored as text in the file of weights."""

from functools import cache

BITS = 24


@cache
def hash24(text: str) -> int:
    """Return the FNV-1a hash of a text's UTF-16 units, folded to 24 bits.

    Source: FNV-1a with xor-folding (Fowler, Noll, Vo), over 16-bit units instead of bytes, because
    those are what JavaScript has at hand.
    """
    number = 0x811C9DC5
    units = text.encode("utf-16-le", "surrogatepass")
    for at in range(0, len(units), 2):
        number ^= units[at] | units[at + 1] << 8
        number = number * 0x01000193 & 0xFFFFFFFF
    return (number >> BITS) ^ (number & 0xFFFFFF)
