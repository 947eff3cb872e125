"""Drivers of our own: Firefox, WebKitGTK, and a desktop on which notifications appear."""
