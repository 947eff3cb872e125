"""The tagger of one-line notes: labelled lines, training, evaluation, the file of weights."""
