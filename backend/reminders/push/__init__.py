"""Web push: subscriptions, keys, and sending to push services only."""
