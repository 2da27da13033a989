"""Measures of the batch: what a killed run loses, memory over many articles, speed by workers, Ray beside processes."""
