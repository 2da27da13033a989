"""Training of the French and English pipelines; ``train.py`` is the recipe, the other modules are its parts."""
