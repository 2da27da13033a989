"""The weights as the digester reads them."""

from __future__ import annotations

import io

import numpy as np

from models.recipes.encoder.network import FACTOR, HEADS, Reader


def exported(reader: Reader) -> bytes:
    """Return what the digester needs: matrices as bytes with a scale per piece or output, the rest in half precision."""
    arrays = {"heads": np.array([HEADS]), "emb.factor": np.array([FACTOR], dtype=np.float32)}
    for name, value in reader.state_dict().items():
        name = name.removeprefix("encoder.").removeprefix("heads.")
        if name.startswith(("guess", "bias", "abstract")):
            continue
        array = value.float().cpu().numpy()
        if array.ndim == 1:
            arrays[name] = array.astype(np.float16)
            continue
        array, axis = (array, 1) if name == "emb.weight" else (array.T, 0)
        scale = np.abs(array).max(axis=axis, keepdims=True) / 127
        arrays[name], arrays[f"{name}.scale"] = np.round(array / scale).astype(np.int8), scale.astype(np.float16)
    content = io.BytesIO()
    np.savez_compressed(content, **arrays)
    return content.getvalue()
