#!/usr/bin/env python3
"""What other programs read of the exports, and what we read of theirs: run.py PROGRAM [NODE_MODULES]. Each format goes
through a reader or writer that is not ours. The last line counts: exports: N passed, N failed, N skipped (readers that are not installed)."""
import csv, gzip, io, json, os, pathlib, pty, re, shutil, subprocess, sys, tempfile, unittest, zipfile
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from folder import Folder

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else "kroniek"
MODULES = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ROOT / "build/npm/node_modules").resolve()
ARTICLES = ROOT / "examples" / "articles"

try:
    import icalendar
except ImportError:
    icalendar = None


def hostile():
    base = {"published": "2025-03-19", "text": "Nora Wiebes belde dinsdag met Jan Tolsma. Volgens Emma Koster gaat Peru niet akkoord met een bestand."}
    bad = "</title></TEXT>]]><script>alert(1)</script>\"';,|\\\x01\x1b\u202e\u2066 =cmd|' /C calc'!A0 **x** [l](javascript:y)"
    lines = [
        {"id": "=1+1", "title": bad, "author": bad, "url": "javascript:alert(1)", "source": "=HYPERLINK(\"http://example.org\")"},
        {"id": "a b\"<", "title": "@SUM(A1)\r\nBEGIN:VEVENT\r\nUID:x", "url": "https://example.org/?a=1&b=<c>\"", "source": "x\ny"},
        {"id": "c", "text": "Volgens Emma Koster is „=cmd|calc </TEXT> <b>\u202eniet\u202c waar & zo”. Nora Wiebes belde\r\ndinsdag ]]> met Jan Tolsma.\r\n\r\n- 'Peru, \"sprak\"; dinsdag met Chili \\ in Parijs."},
        {"id": "d", "text": "Nora Wiebes sprak Jan Tolsma.", "published": None},
    ]
    return "\n".join(json.dumps({k: v for k, v in {**base, **line}.items() if v is not None}) for line in lines).encode()


def write(format, *arguments, source=None):
    if source is None:
        done = subprocess.run([PROGRAM, "timeline", "-", "--format", format, *arguments], input=hostile(), capture_output=True, timeout=300)
    else:
        done = subprocess.run([PROGRAM, "timeline", str(source), "--format", format, *arguments], capture_output=True, timeout=300)
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout


def both(format, *arguments):
    """Output and JSON, of the examples and of hostile input."""
    for source in (ARTICLES, None):
        timeline = json.loads(write("json", source=source))
        entries = timeline["entries"] + timeline["undated"]
        assert entries
        yield write(format, *arguments, source=source), timeline, entries


def node(script, data):
    done = subprocess.run(["node", "-e", "const [modules] = process.argv.slice(1); const need = (name) => require(modules + '/' + name);\n" + script, str(MODULES)], input=data, capture_output=True, timeout=300)
    if done.returncode:
        raise AssertionError(done.stderr.decode()[-2000:])
    return json.loads(done.stdout)


def needs_node(*packages):
    there = shutil.which("node") and all((MODULES / package).exists() for package in packages)
    return unittest.skipUnless(there, f"node or {', '.join(packages)} is missing: tests/html/install")


class Csv(unittest.TestCase):
    def test_a_row_an_entry(self):
        for separator, arguments in ((",", []), (";", ["--csv-separator", ";"]), ("\t", ["--csv-separator", "tab"])):
            for output, _, entries in both("csv", *arguments):
                rows = list(csv.reader(io.StringIO(output.decode(), newline=""), delimiter=separator, strict=True))
                self.assertEqual(len(rows), len(entries) + 1)
                self.assertEqual({len(row) for row in rows}, {len(rows[0])})
                dated = [dict(zip(rows[0], row)) for row in rows[1:]]
                self.assertEqual([row["id"] for row in dated], [entry["id"] for entry in entries])
                self.assertEqual([row["date"] for row in dated], [entry["date"] or "" for entry in entries])
                self.assertEqual(output.count(b"\r\n"), len(rows))
                self.assertEqual(output.count(b"\n"), len(rows))

    def test_no_cell_is_a_formula(self):
        for output, _, _ in both("csv"):
            for row in csv.reader(io.StringIO(output.decode(), newline="")):
                for cell in row:
                    self.assertNotRegex(cell, r"^[=+\-@\t\r|%]")
                    self.assertNotRegex(cell, "[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]")
        self.assertIn(b"'=HYPERLINK", write("csv"))

    def test_byte_order_mark(self):
        self.assertTrue(write("csv", "--csv-bom").startswith(b"\xef\xbb\xbfid,"))
        self.assertTrue(write("csv").startswith(b"id,"))

    def test_wrong_separators(self):
        for separator in ("", ";;", '"', "é"):
            done = subprocess.run([PROGRAM, "timeline", "-", "--format", "csv", "--csv-separator", separator], input=b"x", capture_output=True)
            self.assertEqual(done.returncode, 2, separator)


class Calendar(unittest.TestCase):
    def test_lines_are_folded_between_characters(self):
        for output, _, _ in both("ics"):
            self.assertTrue(output.endswith(b"END:VCALENDAR\r\n"))
            for line in output.split(b"\r\n"):
                self.assertLessEqual(len(line), 75)
                self.assertNotIn(b"\n", line)
                line.decode()  # no character is cut in two

    def test_ids_stay_and_nothing_depends_on_the_clock(self):
        self.assertEqual(write("ics"), write("ics"))

    @unittest.skipIf(icalendar is None, "python3-icalendar is missing")
    def test_icalendar_reads_every_entry(self):
        for output, timeline, entries in both("ics"):
            calendar = icalendar.Calendar.from_ical(output)
            events, journals = list(calendar.walk("VEVENT")), list(calendar.walk("VJOURNAL"))
            self.assertEqual((len(events), len(journals)), (len(timeline["entries"]), len(timeline["undated"])))
            self.assertEqual([str(item["UID"]) for item in events + journals], [entry["id"] + "@kroniek" for entry in entries])
            for item, entry in zip(events, timeline["entries"]):
                self.assertEqual(item.decoded("DTSTART").isoformat(), entry["earliest"])
                self.assertEqual((item.decoded("DTEND") - item.decoded("DTSTART")).days, 1 + (icalendar.vDate.from_ical(entry["latest"].replace("-", "")) - item.decoded("DTSTART")).days)
                self.assertTrue(str(item["SUMMARY"]).endswith(entry["headline"]))
                self.assertEqual(str(item["STATUS"]), {"occurred": "CONFIRMED", "negated": "CANCELLED"}.get(entry["status"], "TENTATIVE"))
                if "URL" in item:
                    self.assertRegex(str(item["URL"]), "^https?://")
            for item in events + journals:
                self.assertNotRegex(str(item["DESCRIPTION"]), "[\x00-\x09\x0b-\x1f\u202e]")


class TimelineJs(unittest.TestCase):
    def test_every_entry_has_a_day_and_words_for_it(self):
        for output, _, entries in both("timelinejs"):
            events = json.loads(output)["events"]
            self.assertEqual([event["unique_id"] for event in events], [entry["id"] for entry in entries])
            for event, entry in zip(events, entries):
                self.assertTrue(event["display_date"])
                self.assertEqual(set(event["start_date"]), {"year", "month", "day"})
                text = event["text"]["headline"] + event["text"]["text"]
                self.assertNotRegex(text, r"<(?!/?(p|small|blockquote|a)\b)")
                for link in re.findall(r'href="([^"]*)"', text):
                    self.assertRegex(link, "^https?://")

    def test_its_spreadsheet_has_a_row_an_entry(self):
        for output, _, entries in both("timelinejs-csv"):
            rows = list(csv.DictReader(io.StringIO(output.decode(), newline=""), strict=True))
            self.assertEqual([row["Type"] for row in rows], ["title"] + [""] * len(entries))
            for row, entry in zip(rows[1:], entries):
                if entry["earliest"]:
                    self.assertEqual(f"{int(row['Year']):04}-{int(row['Month']):02}-{int(row['Day']):02}", entry["earliest"])
                self.assertTrue(row["Display Date"] and row["Headline"] and row["Year"])
                self.assertNotRegex(row["Headline"] + row["Text"], r"<(?!/?(p|small|blockquote|a)\b)")
                for cell in row.values():
                    self.assertNotRegex(cell, r"^[=+\-@\t\r|%]")

    @needs_node("@knight-lab/timelinejs", "playwright-core")
    @unittest.skipUnless(os.path.exists("/usr/bin/chromium"), "chromium is missing")
    def test_timelinejs_shows_it(self):
        script = """
const fs = require('node:fs'), path = require('node:path'), os = require('node:os');
const { chromium } = need('playwright-core');
(async () => {
  const data = JSON.parse(fs.readFileSync(0, 'utf8'));
  const base = path.join(modules, '@knight-lab/timelinejs/dist');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kroniek-tl-'));
  fs.writeFileSync(folder + '/index.html', `<!doctype html><link rel="stylesheet" href="file://${base}/css/timeline.css"><script src="file://${base}/js/timeline.js"></script><div id="t" style="width:1200px;height:700px"></div>`);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--allow-file-access-from-files'] });
  const page = await browser.newPage();
  const faults = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('dialog', (dialog) => { faults.push('dialog'); dialog.dismiss(); });
  await page.goto('file://' + folder + '/index.html');
  await page.evaluate((data) => { window.timeline = new TL.Timeline('t', data, { script_path: '', language: { name: 'en', lang: 'en' } }); }, data);
  await page.waitForSelector('.tl-timemarker', { timeout: 20000, state: 'attached' });
  const markers = await page.locator('.tl-timemarker').count();
  const slides = await page.evaluate(() => window.timeline.config.events.length);
  await browser.close();
  fs.rmSync(folder, { recursive: true });
  console.log(JSON.stringify({ markers, slides, faults }));
})().catch((fault) => { console.error(fault); process.exit(1); });
"""
        for output, _, entries in both("timelinejs"):
            seen = node(script, output)
            self.assertEqual((seen["slides"], seen["markers"]), (len(entries), len(entries)), seen)
            self.assertNotIn("dialog", seen["faults"])


class JsonLd(unittest.TestCase):
    @needs_node("jsonld")
    def test_it_expands_to_schema_org(self):
        script = """
const jsonld = need('jsonld'), fs = require('node:fs');
jsonld.expand(JSON.parse(fs.readFileSync(0, 'utf8')), { documentLoader: (url) => { throw new Error('asks for ' + url); } }).then((all) => console.log(JSON.stringify(all)));
"""
        for output, timeline, entries in both("jsonld"):
            nodes = node(script, output)
            of = lambda name: [item for item in nodes if f"https://schema.org/{name}" in item["@type"]]
            self.assertEqual(len(of("Event")), len(entries))
            self.assertEqual(len(of("Claim")), len(timeline["claims"]))
            self.assertEqual(len(of("NewsArticle")), len(timeline["documents"]))
            self.assertNotIn("ClaimReview", output.decode())
            ids = {item["@id"] for item in nodes}
            for event, entry in zip(of("Event"), entries):
                self.assertEqual(event["@id"], "urn:kroniek:" + entry["id"])
                for source in event["https://schema.org/subjectOf"]:
                    self.assertIn(source["@id"], ids)
                start = event.get("https://schema.org/startDate")
                self.assertEqual(start and start[0]["@value"], entry["earliest"])
            for item in of("NewsArticle"):
                for url in item.get("https://schema.org/url", []):
                    self.assertRegex(url["@id"], "^https?://")


class TimeMl(unittest.TestCase):
    def test_an_xml_parser_reads_it(self):
        for output, timeline, entries in both("timeml"):
            root = ElementTree.fromstring(output)
            documents = root.findall("TimeML") if root.tag == "documents" else [root]
            # The articles come as they were read, the documents of the timeline in its order.
            self.assertEqual(sorted(d.findtext("DOCID") for d in documents), sorted(re.sub("[\x00-\x1f]", " ", d["id"]) for d in timeline["documents"]))
            mentions = sum(len(entry["mentions"]) for entry in entries)
            self.assertEqual(len(root.findall(".//EVENT")), mentions)
            self.assertEqual(len(root.findall(".//MAKEINSTANCE")), mentions)
            for document in documents:
                times = {node.get("tid") for node in document.iter("TIMEX3")}
                events = {node.get("eid") for node in document.iter("EVENT")}
                instances = {node.get("eiid") for node in document.iter("MAKEINSTANCE")}
                self.assertEqual({node.get("eventID") for node in document.iter("MAKEINSTANCE")}, events)
                for link in document.iter("TLINK"):
                    self.assertIn(link.get("relatedToTime"), times)
                    self.assertIn(link.get("eventInstanceID"), instances)
                for time in document.iter("TIMEX3"):
                    self.assertIn(time.get("anchorTimeID"), times | {None})
                    self.assertEqual(len(time), 0)
                for event in document.iter("EVENT"):
                    self.assertEqual(len(event), 0)

    def test_the_text_is_that_of_the_article(self):
        path = sorted(ARTICLES.glob("*.txt"))[0]
        root = ElementTree.fromstring(write("timeml", source=path))
        self.assertEqual("".join(root.find("TEXT").itertext()), path.read_text().replace("\t", " "))
        days = {node.get("value"): node.text for node in root.iter("TIMEX3")}
        self.assertTrue(days)
        self.assertEqual(ElementTree.fromstring(write("timeml", source=ARTICLES)).tag, "documents")


class Timesketch(unittest.TestCase):
    def test_every_line_has_what_it_asks_for(self):
        for output, _, entries in both("timesketch"):
            lines = [json.loads(line) for line in output.decode().splitlines()]
            self.assertEqual([line["id"] for line in lines], [entry["id"] for entry in entries])
            for line, entry in zip(lines, entries):
                self.assertTrue(line["message"] and line["timestamp_desc"])
                self.assertRegex(line["datetime"], r"^\d{4}-\d\d-\d\dT00:00:00\+00:00$")
                if entry["earliest"]:
                    self.assertEqual(line["datetime"][:10], entry["earliest"])


class Dates(unittest.TestCase):
    @needs_node("edtf")
    def test_edtf_reads_every_date_as_we_do(self):
        script = """
const edtf = need('edtf'), fs = require('node:fs');
const day = (ms) => Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : null;
console.log(JSON.stringify(JSON.parse(fs.readFileSync(0, 'utf8')).map((text) => {
  try { const value = (edtf.default || edtf)(text); return [day(value.min), day(value.max)]; } catch (fault) { return [String(fault), '']; }
})));
"""
        compared = 0
        for _, _, entries in both("csv"):
            known = [entry for entry in entries if entry["date"]]
            for entry, (first, last) in zip(known, node(script, json.dumps([entry["date"] for entry in known]).encode())):
                # Libraries differ on the bounds of seasons, so that ours stand beside the value.
                if re.fullmatch(r"\d{4}-(2[1-4]|3[3-6])[~?%]?", entry["date"]):
                    continue
                compared += 1
                self.assertEqual((first, last), (entry["earliest"], entry["latest"]), entry["date"])
        self.assertGreater(compared, 100)


class Markdown(unittest.TestCase):
    @unittest.skipUnless(shutil.which("cmark"), "cmark is missing")
    def test_commonmark_reads_every_entry_and_no_markup_of_sources(self):
        for output, timeline, entries in both("markdown"):
            xml = subprocess.run(["cmark", "--to", "xml"], input=output, capture_output=True, check=True).stdout
            root = ElementTree.fromstring(re.sub(rb'<!DOCTYPE[^>]*>', b"", xml))
            name = "{http://commonmark.org/xml/1.0}"
            self.assertEqual([node for kind in ("html_block", "html_inline", "image", "code_block", "block_quote") for node in root.iter(name + kind)], [])
            items = sum(1 for top in root.findall(name + "list") for _ in top.findall(name + "item"))  # notes are lists inside an entry
            self.assertEqual(items, len(entries) + len(timeline["claims"]) + len(timeline["documents"]))
            for link in root.iter(name + "link"):
                self.assertRegex(link.get("destination"), "^https?://")


class WaysIn(Folder):
    """One article in all formats; its text is made of what no other has."""
    PARAGRAPHS = ["Minister Nora Wiebes belde dinsdag met minister Jan Tolsma.", "Woensdag sprak Bram Kuijt met Emma Koster in Oslo.", "Volgens Emma Koster gaat Peru niet akkoord met een bestand."]

    def read(self, *paths, arguments=(), status=0, stdin=b""):
        shutil.rmtree(self.folder / "text", ignore_errors=True)
        done = subprocess.run([PROGRAM, "timeline", *map(str, paths), "--save-text", str(self.folder / "text"), *arguments], input=stdin, capture_output=True, timeout=300)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return json.loads(done.stdout), done.stderr.decode()

    def holds(self, timeline, number=1):
        """The events are found in `number` articles, and every span is its text in what --save-text wrote."""
        entries = timeline["entries"] + timeline["undated"]
        for kind, day in (("phone_call", "2025-03-25"), ("meeting", "2025-03-26")):
            (entry,) = (entry for entry in entries if entry["type"] == kind and entry["date"] == day)
            self.assertEqual(len({mention["document"] for mention in entry["mentions"]}), number, entry)
        for document in timeline["documents"]:
            # Articles with the same text get their ids when they are put together, after their texts were saved.
            name = "stdin" if document["source"] == "-" else pathlib.Path(document["source"]).name
            paths = list((self.folder / "text").glob(f"*-{name}.txt"))
            (path,) = [path for path in paths if path.name.startswith(document["id"] + "-")] or paths
            text = path.read_bytes().decode()
            for entry in entries:
                for mention in entry["mentions"]:
                    if mention["document"] == document["id"]:
                        self.assertEqual(text[mention["begin"]:mention["end"]], mention["text"])
        return [path.read_text() for path in sorted((self.folder / "text").iterdir())]

    def page(self, head, around="{}", paragraphs=None):
        body = "".join(f"<p>{text}" for text in paragraphs or self.PARAGRAPHS)
        return f"<!doctype html><html lang=nl><head><title>Kop | Krant</title>{head}</head><body><nav><ul><li><a href=/>Voorpagina</a></ul></nav>" + around.format(body) + "<aside><p>Piet Bloem belde donderdag met Ans Mol.</aside><footer>Colofon</footer></body></html>"

    def test_html_with_linked_data(self):
        data = {"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "headline": "Een kop & meer", "datePublished": "2025-03-27T08:30:00+01:00", "author": [{"name": "Bo de Wit"}], "url": "https://example.org/a"}]}
        page = self.page(f'<script type="application/ld+json">{json.dumps(data)}</script>', "<article><h1>Een kop &amp; meer</h1>{}<ul><li><a href=x>Ans Mol belde vrijdag met Piet Bloem</a></ul><script>var x = 1;</script></article>")
        timeline, _ = self.read(self.write("a.html", page))
        (text,) = self.holds(timeline)
        document = timeline["documents"][0]
        self.assertEqual((document["title"], document["author"], document["url"], document["published"]["date"], document["published"]["basis"]), ("Een kop & meer", "Bo de Wit", "https://example.org/a", "2025-03-27", "metadata"))
        for foreign in ("Voorpagina", "Piet Bloem", "Colofon", "Ans Mol", "var x", "<"):
            self.assertNotIn(foreign, text)
        for paragraph in self.PARAGRAPHS:
            self.assertIn("\n\n" + paragraph, text)

    def test_html_with_meta_with_time_and_without_article(self):
        for head, around in (('<meta property="article:published_time" content="2025-03-27T23:30:00Z">', "<main>{}</main>"),
                             ('<meta name="date" content="2025-03-27"><meta charset=utf-8>', "<div><div><h1>Kop</h1><div>{}</div></div><div><p><a href=x>Ans Mol belde</a></div></div>"),
                             ("", "<div id=x><h1>Kop</h1><time datetime='2025-03-27T10:00'>gisteren</time>{}</div>")):
            timeline, _ = self.read(self.write("a.htm", self.page(head, around)))
            (text,) = self.holds(timeline)
            self.assertNotIn("Piet Bloem", text)

    def test_html_in_another_encoding(self):
        page = self.page('<meta charset="iso-8859-1"><meta name=date content=2025-03-27>', "<article>{}</article>", [*self.PARAGRAPHS, "Oekraïne zegt één ding."])
        timeline, _ = self.read(self.write("a.html", page.encode("latin-1")))
        self.assertIn("Oekraïne zegt één ding.", self.holds(timeline)[0])

    def test_broken_html_gives_what_can_be_had(self):
        page = self.page("<meta name=date content=2025-03-27>", "<article><div><b><i>{}<table><tr><td></b>")[:-40]
        timeline, _ = self.read(self.write("a.html", page))
        self.holds(timeline)
        timeline, said = self.read(self.write("leeg.html", "<html><body><script>1</script></body></html>"), status=1)
        self.assertIn("leeg.html", said)
        self.assertIn("holds no text", said)

    def test_standard_input_and_gzip(self):
        page = self.page("<meta name=date content=2025-03-27>", "<article>{}</article>").encode()
        self.holds(self.read("-", stdin=page)[0])
        self.holds(self.read("-", stdin=gzip.compress(page))[0])
        self.holds(self.read(self.write("a.html.gz", gzip.compress(page)))[0])
        self.holds(self.read(self.write("a.txt.gz", gzip.compress((" date 2025-03-27\n\n" + "\n\n".join(self.PARAGRAPHS)).encode())))[0])
        lines = json.dumps({"id": "n", "published": "2025-03-27", "text": " ".join(self.PARAGRAPHS)}).encode()
        timeline, _ = self.read(self.write("a.ndjson.gz", gzip.compress(lines)))
        self.assertEqual([d["id"] for d in timeline["documents"]], ["n"])
        _, said = self.read(self.write("half.html.gz", gzip.compress(page)[:60]), status=1)
        self.assertIn("half.html.gz", said)

    def archive(self, name, members):
        path = self.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        return path

    def test_docx_and_odt(self):
        w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        runs = "".join(f"<w:p><w:r><w:t>{text[:9]}</w:t></w:r><w:r><w:t xml:space='preserve'>{text[9:]}</w:t></w:r></w:p>" for text in self.PARAGRAPHS)
        docx = f'<?xml version="1.0"?><w:document {w}><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Een kop</w:t></w:r></w:p>{runs}<w:p/></w:body></w:document>'
        core = '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Een titel</dc:title><dc:creator>Bo</dc:creator></cp:coreProperties>'
        timeline, _ = self.read(self.archive("a.docx", {"[Content_Types].xml": "<x/>", "word/document.xml": docx, "docProps/core.xml": core}), arguments=("--published", "2025-03-27"))
        (text,) = self.holds(timeline)
        self.assertEqual(text, "# Een kop\n\n" + "\n\n".join(self.PARAGRAPHS))
        self.assertEqual((timeline["documents"][0]["title"], timeline["documents"][0]["author"]), ("Een titel", "Bo"))
        names = 'xmlns:office="o" xmlns:text="t"'
        odt = f'<?xml version="1.0"?><office:document-content {names}><office:body><office:text><text:h>Een kop</text:h>' + "".join(f"<text:p>{text.replace(' ', '<text:s/>', 1)}</text:p>" for text in self.PARAGRAPHS) + "</office:text></office:body></office:document-content>"
        timeline, _ = self.read(self.archive("a.odt", {"mimetype": "x", "content.xml": odt}), arguments=("--published", "2025-03-27"))
        self.assertEqual(self.holds(timeline), [text])
        _, said = self.read(self.archive("b.docx", {"x": "y"}), self.write("c.docx", "geen archief"), self.write("d.odt", b"PK\x03\x04" + b"\xff" * 90), status=1)
        for name in ("b.docx", "c.docx", "d.odt"):
            self.assertIn(name, said)

    def test_feeds(self):
        items = "".join(f"<item><title>Stuk {n}</title><link>https://example.org/{n}</link><pubDate>Thu, 27 Mar 2025 08:0{n}:00 +0100</pubDate><description><![CDATA[<p>{'</p><p>'.join(self.PARAGRAPHS)}</p>]]></description></item>" for n in (1, 2))
        timeline, _ = self.read(self.write("a.rss", f'<?xml version="1.0"?><rss version="2.0"><channel><title>Krant</title>{items}</channel></rss>'))
        self.holds(timeline, 2)
        self.assertEqual(sorted((d["title"], d["url"], d["published"]["date"]) for d in timeline["documents"]), [(f"Stuk {n}", f"https://example.org/{n}", "2025-03-27") for n in (1, 2)])
        entry = "<entry><title>Stuk</title><link href='https://example.org/1'/><published>2025-03-27T10:00:00Z</published><author><name>Bo</name></author><content type='html'>" + "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in self.PARAGRAPHS) + "</content></entry>"
        timeline, _ = self.read(self.write("a.atom", f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'))
        self.holds(timeline)
        self.assertEqual(timeline["documents"][0]["author"], "Bo")
        _, said = self.read(self.write("b.rss", "<rss><channel></channel></rss>"), status=1)
        self.assertIn("no items", said)

    def pdf(self):
        lines = "".join(f"({line}) Tj 0 -36 Td " for line in self.PARAGRAPHS)
        stream = f"BT /F1 12 Tf 60 700 Td {lines} ET"
        objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                   f"<</Length {len(stream)}>>stream\n{stream}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
        out, places = "%PDF-1.4\n", []
        for number, body in enumerate(objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj{body}endobj\n"
        table = "".join(f"{place:010} 00000 n \n" for place in places)
        return f"{out}xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF".encode()

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is missing (Debian: poppler-utils)")
    def test_pdf(self):
        timeline, _ = self.read(self.write("a.pdf", self.pdf()), arguments=("--published", "2025-03-27"))
        self.holds(timeline)
        _, said = self.read(self.write("b.pdf", b"%PDF-1.4\nniets"), status=1)
        self.assertIn("b.pdf", said)

    def test_pdf_without_its_reader_says_so(self):
        done = subprocess.run([PROGRAM, "timeline", str(self.write("a.pdf", self.pdf())), str(ARTICLES)], env={"PATH": "/nowhere"}, capture_output=True, timeout=300)
        self.assertEqual(done.returncode, 1)
        self.assertIn("pdftotext", done.stderr.decode())
        self.assertIn("poppler-utils", done.stderr.decode())
        self.assertTrue(json.loads(done.stdout)["entries"])

    def test_a_folder_gives_all_of_them(self):
        page = self.page("<meta name=date content=2025-03-27>", "<article>{}</article>")
        folder = self.folder / "in"
        folder.mkdir()
        (folder / "a.html").write_text(page)
        (folder / "b.html.gz").write_bytes(gzip.compress(page.encode()))
        (folder / "beeld.png").write_bytes(b"\x89PNG")
        self.holds(self.read(folder)[0], 2)


class Installed(unittest.TestCase):
    def test_manual_and_completions_know_every_option_and_format(self):
        for command in ("timeline", "extract", "assemble", "check", "explain", "diff", "format", "schema"):
            said = subprocess.run([PROGRAM, command, "--help"], capture_output=True, text=True, check=True).stdout
            options = re.findall(r"--([a-z-]+)", said.split("options:")[1].split("examples:")[0])
            self.assertIn("help", options)
            formats = re.findall(r"^  ([a-z-]+) ", said.split("formats:")[1].split("options:")[0], re.M) if "formats:" in said else []
            self.assertEqual(bool(formats), command in ("timeline", "assemble"))
            for name in ("kroniek.1", "kroniek.bash", "_kroniek", "kroniek.fish"):
                text = (ROOT / "src/cli/install" / name).read_text().replace("\\-", "-")
                for option in options:
                    self.assertRegex(text, rf"(--|-l ){option}\b", name)
                for format in formats:
                    self.assertRegex(text, rf"\b{format}\b", name)


class Examples(unittest.TestCase):
    def test_all_formats_are_written(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([str(ROOT / "examples/all-formats"), str(ARTICLES), folder], env={**os.environ, "KRONIEK": PROGRAM}, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            said = subprocess.run([PROGRAM, "timeline", "--help"], capture_output=True, text=True, check=True).stdout
            formats = re.findall(r"^  ([a-z-]+) ", said.split("formats:")[1].split("options:")[0], re.M)
            self.assertEqual(len(list(pathlib.Path(folder).iterdir())), len(formats))
            for path in pathlib.Path(folder).iterdir():
                self.assertGreater(path.stat().st_size, 1000, path)


class Habits(unittest.TestCase):
    def test_articles_alone_are_a_chronology(self):
        alone = subprocess.run([PROGRAM, str(ARTICLES)], capture_output=True, check=True).stdout
        self.assertEqual(alone, subprocess.run([PROGRAM, "timeline", str(ARTICLES), "--format", "markdown"], capture_output=True, check=True).stdout)
        self.assertEqual(subprocess.run([PROGRAM, str(ARTICLES), "--format", "json"], capture_output=True, check=True).stdout[:1], b"{")
        self.assertIn(b"# ", subprocess.run([PROGRAM, "-"], input=b" date 2025-03-19\n\nNora Wiebes belde dinsdag met Jan Tolsma.", capture_output=True, check=True).stdout)

    def test_colours_are_for_terminals_only(self):
        def said(**environment):
            master, slave = pty.openpty()
            subprocess.run([PROGRAM, "timeline", "weg.txt"], stdout=subprocess.DEVNULL, stderr=slave, env={**os.environ, **environment})
            os.close(slave)
            text = os.read(master, 4096)
            os.close(master)
            return text
        self.assertIn(b"\x1b[1;31merror:\x1b[0m", said(NO_COLOR=""))
        self.assertNotIn(b"\x1b", said(NO_COLOR="1"))
        self.assertNotIn(b"\x1b", subprocess.run([PROGRAM, "timeline", "weg.txt"], capture_output=True).stderr)

    def test_a_mistyped_word_gets_a_helpful_one(self):
        for arguments, meant in ((["timelin", "x"], "timeline"), (["timeline", "x", "--format", "markdwon"], "markdown"), (["timeline", "x", "--fromat", "html"], "--format"), (["extract", "x", "--publishd", "2025"], "--published")):
            done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn(f"did you mean '{meant}'?", done.stderr)
        done = subprocess.run([PROGRAM, "weg/artikel.txt"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn("no such file", done.stderr)


if __name__ == "__main__":
    result = unittest.TextTestRunner(verbosity=1).run(unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__]))
    bad = len(result.failures) + len(result.errors)
    print(f"exports: {result.testsRun - bad - len(result.skipped)} passed, {bad} failed, {len(result.skipped)} skipped")
    sys.exit(bad != 0)
