"""Tests of the web server: what reaches the app, and what happens to clients that want too much."""
