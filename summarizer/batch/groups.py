"""Groups of near-duplicates among the articles of a batch; the first in the order of the files stands for its group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from summarizer.batch.duplicates import Repeat, find_repeats, table_of
from summarizer.batch.records import Record, full_name, to_line


@dataclass(frozen=True, slots=True)
class Groups:
    """``articles`` are (file, name) of all that were compared, ``repeats`` says which repeats which."""

    articles: tuple[tuple[str, str], ...]
    repeats: tuple[Repeat, ...]

    @classmethod
    def of(cls, records: Iterable[Record]) -> Groups:
        """Return the groups among the articles of *records*, in their order."""
        articles: list[tuple[str, str]] = []

        def signatures() -> Iterator[str]:
            for record in records:
                for entry in record.entries:
                    if entry.signature:
                        articles.append((record.path, entry.name))
                        yield entry.signature

        repeats = tuple(find_repeats(table_of(signatures())))
        return cls(tuple(articles), repeats)

    @property
    def firsts(self) -> Mapping[str, Mapping[str, str]]:
        """File -> name of an article in it that repeats another -> that other, by its full name."""
        found: dict[str, dict[str, str]] = {}
        for repeat in self.repeats:
            path, name = self.articles[repeat.index]
            found.setdefault(path, {})[name] = full_name(*self.articles[repeat.first])
        return found

    def lines(self) -> Iterator[str]:
        """Yield a line of JSON for each group: its first article, the others and how similar they are to it."""
        groups: dict[int, list[Repeat]] = {}
        for repeat in self.repeats:
            groups.setdefault(repeat.first, []).append(repeat)
        for first in sorted(groups):
            others = [
                {"file": full_name(*self.articles[repeat.index]), "similarity": round(repeat.similarity, 2)}
                for repeat in groups[first]
            ]
            yield to_line({"file": full_name(*self.articles[first]), "duplicates": others})

    def marked(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield *records* with the article that each of theirs repeats."""
        firsts = self.firsts
        for record in records:
            of_file = firsts.get(record.path, {})
            entries = tuple(replace(entry, duplicate_of=of_file.get(entry.name, "")) for entry in record.entries)
            yield replace(record, entries=entries)
