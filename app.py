"""The server as a program: `python app.py` serves, `flask` runs its commands."""

import os

from backend import create_app
from backend.config import Config

app = create_app(Config.from_environment(os.environ))
