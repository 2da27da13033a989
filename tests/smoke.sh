#!/bin/sh
# The wheel alone, in an empty environment far from the source tree: does it hold all that it needs?
set -eu
root=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/.venv/bin/pip" wheel --quiet --no-deps --wheel-dir "$work/wheel" "$root"
"${PYTHON:-python3}" -m venv "$work/env"
"$work/env/bin/pip" install --quiet "$work"/wheel/*.whl
cd "$work"
"$work/env/bin/summarizer" digest "$root/samples/fr/depeche_agence.txt" --output digest.md
grep -q '^## Les points-clés' digest.md
grep -q '(lexique)' digest.md
"$work/env/bin/summarizer" digest "$root/samples/en/agency_news.txt" --output digest.html
grep -q '^<html lang="en">' digest.html
"$work/env/bin/summarizer" digest "$root/samples/mixed/page_tramway.html" --output page.md
grep -q '^## Les points-clés' page.md
"$work/env/bin/python" -c 'from pathlib import Path; from summarizer.collection import write_index; write_index(Path("."))'
grep -q '^</html>' index.html
"$work/env/bin/python" -c 'import summarizer.models, importlib.util as u; assert u.find_spec("models") is None, "a top-level models is installed"'
echo "smoke: the wheel alone digests a sample"
