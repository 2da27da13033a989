"""Measurements of the digester; not a part of the installed package."""
