"""Make the samples that no editor writes: PDF, Word document, mail, feed, archive, a text in an old encoding, a broken file.

``python samples/recipe/make_mixed.py`` writes them into ``samples/mixed`` from the texts in ``texts/``; the same bytes every
time. Needs the ``dev`` extra (fpdf2) and python-docx.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, timezone
from email.message import EmailMessage
from pathlib import Path

from docx import Document
from fpdf import FPDF

TEXTS = Path(__file__).parent / "texts"
OUT = Path(__file__).parent.parent / "mixed"
MOMENT = datetime(2025, 11, 5, 9, 30, tzinfo=timezone.utc)
# A zip archive cannot hold an earlier year than 1980; any fixed moment gives the same bytes.
ZIP_MOMENT = (2025, 11, 5, 9, 30, 0)


class Gazette(FPDF):
    """Pages with a running head and a numbered foot, as a local paper prints them."""

    def header(self) -> None:
        """Set the running head."""
        self.set_font("Times", "I", 9)
        self.cell(0, 8, "La Gazette de la Sereine - mercredi 5 novembre 2025", align="C", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        """Set the page number."""
        self.set_y(-15)
        self.set_font("Times", "", 9)
        self.cell(0, 8, f"Page {self.page_no()}", align="C")


def paragraphs(name: str) -> list[str]:
    """Return the paragraphs of a text, the title first."""
    return (TEXTS / name).read_text(encoding="utf-8").strip().replace("’", "'").split("\n\n")


def make_pdf() -> bytes:
    """Return two pages of two columns, words hyphenated at the ends of lines."""
    title, *rest = paragraphs("moulins.txt")
    pdf = Gazette(format=(148, 160))
    pdf.set_creation_date(MOMENT)
    pdf.set_title(title)
    pdf.set_author("Capucine Darras")
    pdf.set_lang("fr-FR")
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 17)
    pdf.multi_cell(0, 8, title, new_x="LMARGIN", new_y="NEXT")
    pdf.ln(2)
    hyphenated = [
        ("électri", "cité"),
        ("habi", "tants"),
        ("conclu", "sions"),
        ("coopéra", "tive"),
        ("anguil", "les"),
    ]
    with pdf.text_columns(ncols=2, gutter=6, text_align="J", line_height=1.2) as columns:
        for text in rest:
            is_heading = "." not in text
            pdf.set_font("Helvetica", "B", 11) if is_heading else pdf.set_font("Times", "", 10.5)
            for head, tail in hyphenated:
                text = text.replace(head + tail, f"{head}\u00ad{tail}")
            with columns.paragraph(bottom_margin=2.5) as paragraph:
                paragraph.write(text)
    return bytes(pdf.output())


def make_docx() -> bytes:
    """Return a Word document with a title, headings and a list."""
    document = Document()
    facts = document.core_properties
    facts.title, facts.author, facts.language = "Island ferry to run on batteries", "Rowan Sallow", "en-GB"
    facts.created = facts.modified = MOMENT.replace(tzinfo=None)
    title, *rest = paragraphs("ferry.txt")
    document.add_heading(title, 0)
    for text in rest:
        document.add_paragraph(text) if "." in text else document.add_heading(text, 1)
    document.add_paragraph("The council will also:")
    for text in (
        "publish the ferry's punctuality every month,",
        "keep the night crossing on Fridays,",
        "freeze fares until 2028.",
    ):
        document.add_paragraph(text, style="List Bullet")
    buffer = io.BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue())


def repacked(data: bytes) -> bytes:
    """Return a zip archive with the same members and fixed times."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return packed([(info.filename, archive.read(info)) for info in archive.infolist()])


def packed(members: list[tuple[str, bytes]]) -> bytes:
    """Return a zip archive of *members*."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name, ZIP_MOMENT), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def make_mail() -> bytes:
    """Return a mail with a plain part that is cut short and the whole text in HTML, as newsletters are."""
    message = EmailMessage()
    message["Subject"] = "La bibliothèque de Montreval prêtera aussi des outils"
    message["From"] = "Bibliothèque de Montreval <lettre@bibliotheque-montreval.example>"
    message["To"] = "abonnes@bibliotheque-montreval.example"
    message["Date"] = MOMENT
    message["Message-ID"] = "<20251105.093000@bibliotheque-montreval.example>"
    message["Content-Language"] = "fr"
    message.set_content("Votre messagerie n'affiche pas cette lettre ? Lisez-la en ligne.\n")
    message.add_alternative((TEXTS / "bibliotheque.html").read_text(encoding="utf-8"), subtype="html")
    message.set_boundary("=====montreval=====")
    return bytes(message)


def make_archive() -> bytes:
    """Return an archive with two articles, and what a Mac adds to one."""
    return packed(
        [
            ("semaine/marche_couvert.md", (TEXTS / "marche_couvert.md").read_bytes()),
            ("semaine/night_buses.txt", (TEXTS / "night_buses.txt").read_bytes()),
            ("semaine/.DS_Store", b"\0\0\0\1Bud1"),
            ("__MACOSX/semaine/._night_buses.txt", b"\0\5\x16\7"),
        ]
    )


def main() -> None:
    """Write the samples."""
    pdf = make_pdf()
    samples = {
        "gazette_deux_colonnes.pdf": pdf,
        "ferry_batteries.docx": make_docx(),
        "lettre_bibliotheque.eml": make_mail(),
        "week.zip": make_archive(),
        "depeche_cp1252.txt": (TEXTS / "depeche.txt").read_text(encoding="utf-8").encode("cp1252"),
        "truncated.pdf": pdf[: len(pdf) // 3],
    }
    for name, data in samples.items():
        (OUT / name).write_bytes(data)


if __name__ == "__main__":
    main()
