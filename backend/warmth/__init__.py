"""Pure rules: how warm the tie to a person is, and when the next nudge about them is due."""
