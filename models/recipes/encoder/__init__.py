"""The sentence encoder: its texts, its network in torch, and its training."""
