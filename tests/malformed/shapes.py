"""Inputs that are long in one way: what takes more than linear time shows here."""
import html, json, pathlib, re

# Each is repeated up to the size; words that rules look for, and signs that open what nothing closes.
ATOMS = [
    "a", "A", "a ", "A ", "é", "1", "12 ", "1.", "1.000 ", ".", ". ", "...", ",", ", ", ";", ": ", "-", " - ", "– ", "/", "\t", " ", "\u00a0", "\u00ad", "\u200b", "\u202e",
    "a\u0301", "\u0301", "\U0001f468\u200d\U0001f469\u200d", "\u0958", "\U0001d160", "\ufb03", "\u0130", "\u1112\u1161\u11ab", "\u4e2d", "\u0e01", "\u05d0 ",
    "\n", "a\n", "a\n\n", "\r", "\r\n", "\u2028", "# a\n\n", "- a\n", "> a\n", "> ", "| a | b |\n", "***\n", "---\n", "===\n", "```\n", "1. a\n",
    "[a](b) ", "[", "![", "](", "**", "*", "_", "`", "<b>", "<", "</", "&amp;", "&", "http://a.nl/ ", "http://", "a@b.nl ", "\\", "#", "@",
    "\"", "'", "“", "”", "„", "«", "‘", "’", "\"a\" ", "“a” ", "('", "(", ")", "()", "(a) ",
    "dinsdag ", "dinsdag, ", "dinsdag en ", "2025-03-19 ", "12 maart ", "12 maart 2025. ", "maart ", "van 12 tot ", "tussen 1 en 2 ", "tussen ", "tot ", "eind ", "gisteren ", "twee weken geleden ",
    "de avond van de dag voor ", "om 12.00 uur ", "uur ", "jaar na jaar ", "volgend ", "week ", "eenentwintig", "honderdduizend", "twee miljoen ", "miljoen ", "een ", "half ",
    "Macron ", "Macron. ", "Macron en ", "Macron, ", "president Macron ", "de president van ", "van ", "de ", "Jan de Vries ", "Jan ", "A.B. ", "A. ", "hij ", "Hij. ", "zijn ", "haar minister ", "die ", "dat ",
    "die zei dat ", "of ", "en ", "maar ", "omdat ", "Hij zei dat hij het zei. ", "zei ", "volgens ", "volgens Macron ", "aldus ", "\"Ja\", zei Peru. ", "zei Peru: \"", "\"Ja", "belde ", "belde op ", "belde met ", "te bellen ",
    "zei Jan Jansen. \"", "Jansen denkt dat: \"", "was, sprak.-", "Peru belde met Chili. ", "Peru belde met Chili en ", "Peru belde dinsdag, ", "de ontmoeting met ", "het gesprek ", "gesprek van ", "niet ", "zou ", "wil ", "moet ", "aan de lijn ", "in Parijs ", "in ",
    "Rusland en Oekraïne ", "Rusland ", "Russische ", "175 doden ", "raket", "raketaanval ", "aanval", "Poolse", "x-y ", "x'y ", "AAA ", "Foto: ANP\n\n", "Lees ook: a\n\n", "Door Jan Jansen\n\n", "© ", "(ANP) ",
]

HEAD = " date 2025-03-19\n\n"


def filled(unit, size):
    data = unit.encode()
    return data * (size // len(data) + 1)


def plain_shapes(dice, count):
    """Names and functions from a size to bytes: every atom, then random rows of atoms until there are `count`."""
    for atom in ATOMS:
        yield repr(atom), lambda size, atom=atom: HEAD.encode() + filled(atom, size)
    for _ in range(count - len(ATOMS)):
        row = [dice.choice(ATOMS) for _ in range(dice.choice([2, 2, 3, 4, 6]))]
        yield repr("".join(row)), lambda size, row=row: HEAD.encode() + filled("".join(row), size)


def mixed_shapes(dice, count):
    """One long row of atoms that does not repeat."""
    for number in range(count):
        few = [dice.choice(ATOMS) for _ in range(dice.choice([3, 8, 30]))]
        seed = dice.random()

        def make(size, few=few, seed=seed):
            import random
            own, out, length = random.Random(seed), [], 0
            while length < size:
                out.append(own.choice(few))
                length += len(out[-1])
            return (HEAD + "".join(out)).encode()
        yield f"mixed {number} of {few}", make


def example_texts():
    """The sentences of the rules' examples: every trigger, cue, list word and kind of name stands in one."""
    found = set()
    for path in sorted((pathlib.Path(__file__).resolve().parents[2] / "src" / "packs" / "nl").rglob("*.yaml")):
        for quoted, plain in re.findall(r'\btext: (?:"((?:[^"\\\\]|\\\\.)*)"|([^"\n{}\[\]]+?))(?:, (?:published|gives|type)\b|[ }]*$)', path.read_text(encoding="utf-8"), re.M):
            text = json.loads(f'"{quoted}"') if quoted and "\\\\x" not in quoted else plain or quoted
            found.add(text.strip())
    return sorted(found)


def fragment_shapes(dice, count):
    """Pieces of examples, with signs that open and part between them, on and on."""
    texts = example_texts()
    assert len(texts) > 2000, len(texts)

    def fragment():
        words = dice.choice(texts).split(" ")
        begin = dice.randrange(len(words))
        return " ".join(words[begin:begin + dice.choice([1, 2, 3, 5, 8])])

    for _ in range(count):
        row = []
        for _ in range(dice.choice([1, 1, 2, 3])):
            row.append(fragment())
            row.append(dice.choice([" ", " ", " ", ", ", ". ", "; ", ": ", " - ", " en ", " of ", " (", ") ", " \"", "\" ", "\", ", ": \"", " \u201c", "\u201d ", " '", "' ", "\n", "\n\n", "-", dice.choice(ATOMS)]))
        yield repr("".join(row)), lambda size, row=row: HEAD.encode() + filled("".join(row), size)


SENTENCE = "Minister Nora Wiebes belde dinsdag met minister Jan Tolsma. "


def other_shapes():
    """Extension, name, function from a size to bytes."""
    deep = lambda begin, end: (lambda size: filled(begin, size // 2)[:size // 2 // len(begin) * len(begin)] + filled(end, size // 2))
    yield "html", "deep div", lambda size: b"<html><body>" + filled("<div>", size) + SENTENCE.encode()
    yield "html", "deep ul", lambda size: b"<html><body>" + filled("<ul><li>", size) + SENTENCE.encode()
    yield "html", "nested articles", lambda size: b"<html><body>" + b"<article>" * 200 + b"<p>" + filled(SENTENCE, size)
    yield "html", "nested lists of text", lambda size: b"<html><body>" + b"<ul>" * 100 + b"<li>" + filled(SENTENCE, size)
    yield "html", "paragraphs", lambda size: b"<html><body>" + filled("<p>" + SENTENCE, size)
    yield "html", "attributes", lambda size: b"<html><body><p " + filled("a='b' ", size) + b">" + SENTENCE.encode()
    yield "html", "unclosed comment", lambda size: b"<html><body>" + SENTENCE.encode() + b"<!--" + filled("<!-- ", size)
    yield "html", "entities", lambda size: b"<html><body><p>" + filled("&eacute;&#233;&unknown; ", size)
    yield "html", "script", lambda size: b"<html><body><p>" + SENTENCE.encode() * 9 + b"<script>" + filled("</scrip", size)
    yield "html", "brackets", lambda size: b"<html><body>" + filled("<", size)
    yield "rss", "items", lambda size: b"<rss><channel>" + filled(f"<item><title>a</title><description>{SENTENCE}</description></item>", size) + b"</channel></rss>"
    yield "rss", "unclosed items", lambda size: b"<rss><channel>" + filled("<item>", size)
    yield "rss", "escaped brackets", lambda size: b"<rss><channel><item><title>a</title><description>" + filled(html.escape("<ul><li>a"), size) + b"</description></item></channel></rss>"
    yield "ndjson", "deep lists", lambda size: b'{"text":"' + SENTENCE.encode() + b'","x":' + deep("[", "]")(size) + b"}\n"
    yield "ndjson", "deep objects", lambda size: b'{"text":"' + SENTENCE.encode() + b'","x":' + filled('{"a":', size) + b"\n" + b'{"text":"a"}\n'
    yield "ndjson", "many lines", lambda size: filled(json.dumps({"text": SENTENCE, "published": "2025-03-19"}) + "\n", size)
    yield "ndjson", "many bad lines", lambda size: filled("{\n", size)
    yield "ndjson", "empty lines", lambda size: filled("\n", size) + b'{"text":"a"}\n'
    yield "ndjson", "escapes", lambda size: b'{"text":"' + filled("\\u0061\\u00e9\\n", size) + b'"}\n'
    yield "ndjson", "keys", lambda size: b'{"text":"a",' + filled('"a":1,', size) + b'"b":1}\n'
    yield "ndjson", "numbers", lambda size: b'{"text":"a","b":' + filled("9", size) + b"}\n"
    for name, make in yaml_shapes():
        yield "md", "front matter: " + name, lambda size, make=make: b"---\ntitle: a\n" + make(min(size, 60000)) + b"\n---\n\n" + filled(SENTENCE, size)


def yaml_shapes():
    """Names and functions from a size to YAML below which more of a map may stand."""
    def bomb(size):
        rows = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol]"]
        for i in range(1, min(size // 50, 900)):
            rows.append(f"a{i}: &a{i} [" + ", ".join([f"*a{i - 1}"] * 8) + "]")
        return ("\n".join(rows) + f"\nauthor: *a{len(rows) - 1}\n").encode()
    yield "alias bomb", bomb
    yield "alias of itself", lambda size: b"x: &x [*x, *x]\nauthor: &y [*y]\n"
    yield "anchors", lambda size: b"".join(b"k%d: &k%d v\n" % (i, i) for i in range(size // 16))
    yield "deep flow", lambda size: b"x: " + filled("[", size)
    yield "deep maps", lambda size: b"x: " + filled("{a: ", size)
    yield "deep block", lambda size: filled("- ", size)
    yield "deep questions", lambda size: filled("? ", size)
    yield "indents", lambda size: b"\n".join(b" " * i + b"a:" for i in range(int((2 * size) ** 0.5)))
    yield "keys", lambda size: b"".join(b"k%d: v\n" % i for i in range(size // 10))
    yield "same keys", lambda size: filled("k: v\n", size)
    yield "long scalar", lambda size: b"x: '" + filled("a", size) + b"'\n"
    yield "open quotation mark", lambda size: b'x: "' + filled("a\n ", size)
    yield "comments", lambda size: filled("# a\n", size)
    yield "documents", lambda size: filled("--- \n", size)
    yield "tags", lambda size: b"x: " + filled("!!a ", size)
    yield "merge keys", lambda size: b"x: &x {a: b}\n" + filled("<<: *x\n", size)
