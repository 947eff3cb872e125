"""Tests of sync under every fault that we could think of, judged alike."""
