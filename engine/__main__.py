"""`python -m engine`: every journey without a browser."""

from engine.cli.main import run

run()
