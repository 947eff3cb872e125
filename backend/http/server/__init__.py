"""The web server in front of the app: waitress, with limits for each client."""
