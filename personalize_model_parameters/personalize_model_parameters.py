"""Stands in for the package, so that `python -m personalize_model_parameters.main` starts inside this folder too."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
__path__ = [str(Path(__file__).resolve().parent)]
