"""Good inputs of every format, made of the articles in examples/."""
import gzip, html, io, json, pathlib, zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "examples" / "articles"

EDITS = """- drop: e-0123456789ab
- redate: e-123456789abc
  date: 2025-02-12
  note: "volgens de krant van 13 februari"
- merge: [e-23456789abcd, e-3456789abcde]
- split: e-456789abcdef
  documents: [d-0123456789ab]
- add:
    type: visit
    date: 2025-03-20/2025-03-22
    headline: Op reis
    status: planned
    participants: [koster, De Gezant]
    place: Parijs
"""

FRONT = """---
title: "{title}"
date: 2025-03-{day:02}
author: [Jan Jansen, "P. de Vries"]
language: nl
url: https://voorbeeld.invalid/{day}
tags: &tags [oorlog, vrede]
seen: *tags
---

"""

# A PDF with one line of text; its table of places is wrong, which readers of PDF mend.
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 74>>stream
BT /F 12 Tf 20 100 Td (Minister Nora Wiebes belde met Jan Tolsma.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R/Size 6>>
%%EOF
"""


def paragraphs(text):
    return [p.replace("\n", " ") for p in text.split("\n\n") if p.strip()]


def page(text, title):
    body = "".join(f"<p>{html.escape(p)}</p>\n" for p in paragraphs(text))
    return (f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
            f'<meta property="article:published_time" content="2025-03-19T10:00:00+01:00"><script>var a = "<p>";</script></head>'
            f"<body><nav><ul><li><a href='/'>Voorpagina</a></li></ul></nav><article><h1>{html.escape(title)}</h1>\n{body}</article><footer>einde</footer></body></html>").encode()


def feed(texts):
    items = "".join(f"<item><title>Bericht {i}</title><link>https://voorbeeld.invalid/{i}</link><pubDate>Wed, 19 Mar 2025 14:30:00 +0100</pubDate>"
                    f"<description>{html.escape(''.join('<p>' + p + '</p>' for p in paragraphs(t)[:4]))}</description></item>" for i, t in enumerate(texts))
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Nieuws</title>{items}</channel></rss>'.encode()


def word_xml(text):
    body = "".join(f"<w:p><w:r><w:t>{html.escape(p)}</w:t></w:r></w:p>" for p in paragraphs(text))
    return f'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'.encode()


def odt_xml(text):
    body = "".join(f"<text:p>{html.escape(p)}</text:p>" for p in paragraphs(text))
    return ('<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            f'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{body}</office:text></office:body></office:document-content>').encode()


def archive(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members:
            file.writestr(zipfile.ZipInfo(name, (2025, 3, 19, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(xml):
    return archive([("word/document.xml", xml), ("docProps/core.xml", b"<c><title>Titel</title><creator>Jan</creator></c>")])


def odt(xml):
    return archive([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", xml), ("meta.xml", b"<m><title>Titel</title></m>")])


def packed(data):
    return gzip.compress(data, mtime=0)


def texts():
    return [p.read_text() for p in sorted(ARTICLES.iterdir()) if p.suffix in (".txt", ".md")]


def lines(all_texts):
    return [json.dumps({"id": f"n{i}", "text": t, "published": "2025-03-19", "title": f"Titel {i}", "url": None}, ensure_ascii=i % 2 == 0).encode() for i, t in enumerate(all_texts)]


def corpus():
    """Good bytes by extension; "edits.yaml" are edits."""
    all_texts = texts()
    plain = [t.encode() for t in all_texts]
    front = [(FRONT.format(title=f"Titel: {i}", day=i + 1) + "\n\n".join(t.split("\n\n")[1:])).encode() for i, t in enumerate(all_texts)]
    rows = lines(all_texts)
    pages = [page(t, f"Titel {i}") for i, t in enumerate(all_texts)]
    return {
        "txt": plain, "md": front, "ndjson": [b"\n".join(rows[i:i + 3]) + b"\n" for i in range(len(rows))],
        "html": pages, "rss": [feed(all_texts[i:i + 3]) for i in range(len(all_texts))],
        "docx": [docx(word_xml(t)) for t in all_texts], "odt": [odt(odt_xml(t)) for t in all_texts],
        "txt.gz": [packed(p) for p in plain], "ndjson.gz": [packed(b"\n".join(rows[i:i + 2])) for i in range(len(rows))],
        "pdf": [PDF], "edits.yaml": [EDITS.encode()],
    }
