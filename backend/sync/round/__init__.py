"""One sync round: read the request, apply its changes, answer with what is new."""
