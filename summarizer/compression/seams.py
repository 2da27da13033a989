"""The words at the seams of a cut, as the judge of cuts reads them."""

from __future__ import annotations

from summarizer.compression.reading import Reading
from summarizer.results import Deletion


def seam_grams(cut: Deletion, reading: Reading) -> set[str]:
    """Return the words at the seams of *cut*, alone and in pairs, each with its place."""
    nodes, words = reading.nodes, reading.words
    own = [i for i, node in enumerate(nodes) if cut.span.covers(node.span)]
    inner = [i for i in own if nodes[i].pos != "PUNCT"]
    if not inner:
        return set()
    low, high = own[0], own[-1] + 1
    heads = [i for i in inner if not low <= nodes[i].head < high]
    head = heads[0] if heads else inner[0]
    governor = nodes[head].head
    before = words[low - 1] if low else "<s>"
    two = words[low - 2] if low > 1 else "<s>"
    behind = words[high] if high < len(words) else "</s>"
    then = words[high + 1] if high + 1 < len(words) else "</s>"
    first, second, last = words[inner[0]], words[inner[1]] if len(inner) > 1 else "", words[inner[-1]]
    mark = words[low] if low < inner[0] else ""
    relation = nodes[head].relation
    found = {
        f"f {first}", f"ff {first} {second}", f"b {before}", f"bb {two} {before}", f"a {behind}", f"aa {behind} {then}",
        f"l {last}", f"bf {before} {mark}{first}", f"ba {before} {behind}", f"h {words[head]}", f"g {words[governor]}",
        f"rf {relation} {first}", f"gf {words[governor]} {first}", f"gr {nodes[governor].pos} {relation} {mark}{first}",
        f"mf {mark}{first}", f"ca {nodes[low - 1].pos if low else ''} {nodes[high].pos if high < len(nodes) else ''} {mark}",
    }  # fmt: skip
    return found | {f"w {words[i]}" for i in inner} | {f"r {words[i]}" for i in range(len(words)) if not low <= i < high}
