"""Web push: subscriptions, keys, and the guarded way out to push services."""
