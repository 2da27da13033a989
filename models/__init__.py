"""Trained artefacts of the package, with their manifest. See README.md in this folder."""
