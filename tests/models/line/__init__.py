"""Tests of the tagger of lines."""
