"""Trained models: data, training, evaluation and export; the app needs none of this to run."""
