"""Tests of the rules of warmth and nudges."""
