"""Training of the rankers ``models/ranking_*.json``: ``frequencies``, then ``train``. See ``models/README.md``."""
