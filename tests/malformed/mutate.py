"""Ways to break bytes. Each takes dice (random.Random), good bytes and other good bytes, and gives bytes."""

import re

# What is hard to read: pieces that break a decoder, a parser or an assumption.
PIECES = [
    b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xed\xa0\xbd\xed\xb8\x80",              # lone surrogates, a pair of them (CESU-8)
    b"\xc0\xaf", b"\xe0\x80\xaf", b"\xf0\x80\x80\xaf", b"\xc1\xbf",             # overlong forms
    b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xff", b"\xfe", b"\x80", b"\xe2\x82", b"\xf0\x9f",  # out of range, cut
    b"\0", b"\0\0\0\0", b"\x01", b"\x07", b"\x08", b"\x0b", b"\x0c", b"\x1b[31m", b"\x7f", b"\xc2\x80", b"\xc2\x85",
    "\u200b".encode(), "\u200c".encode(), "\u200d".encode(), "\u2060".encode(), "\ufeff".encode(), "\u00ad".encode(),  # zero width
    "\u202e".encode(), "\u202a".encode(), "\u2066".encode(), "\u2069".encode(), "\u200f".encode(), "\u061c".encode(),  # bidi
    "\u2028".encode(), "\u2029".encode(), "\u00a0".encode(), "\u3000".encode(), "\ufffe".encode(), "\uffff".encode(), "\ufffd".encode(),
    ("e" + "\u0301" * 300).encode(), "\u0958".encode(), "\U0001d160".encode(), "\ufb2c".encode(), "\u1112\u1161\u11ab".encode(),  # grow or shrink in NFC
    "\u0130".encode(), "\u00df".encode(), "\ufb03".encode(), "\u01c5".encode(), "\u1e9e".encode(),                     # change length in another case
    "\U0001f468\u200d\U0001f469\u200d\U0001f466".encode(), "\U0001f1f3\U0001f1f1".encode(), "\U000e0001".encode(), "\U0010ffff".encode(),
    b"\"", b"'", b"\\", b"\\u0000", b"\\ud800", b"\\udc00", b"{", b"}", b"[", b"]", b"(", b"<", b">", b"&", b"&#0;", b"&#xD800;", b"&lt;", b"]]>",
    b"---\n", b"...\n", b"- ", b"? ", b": ", b"&a ", b"*a ", b"!!binary ", b"|\n", b">\n", b"#", b"`", b"%YAML 9.9\n", b"\t",
    "\u201c".encode(), "\u201d".encode(), "\u201e".encode(), "\u00ab".encode(), "\u2018".encode(), "\u2019".encode(), "\u2026".encode(), "\u2013".encode(),
    b"99999999999999999999", b"-1", b"0", b"1e999", b"32 maart 2025", b"30 februari", b"0000-00-00", b"9999-12-31", b"31 december 9999", b"1 januari 1",
    b"eergisteren ", b"volgens ", b"zei ", b"belde ", b"de president ", b"volgende eeuw ", b"over 999999999 jaar ", b"2147483648 maanden geleden ",
]


def truncated(dice, good, other):
    return good[:dice.randrange(len(good) + 1)]


def headless(dice, good, other):
    return good[dice.randrange(len(good) + 1):]


def spliced(dice, good, other):
    return good[:dice.randrange(len(good) + 1)] + other[dice.randrange(len(other) + 1):]


def shuffled(dice, good, other):
    parts = good.split(dice.choice([b"\n", b" ", b".", b",", b'"']))
    dice.shuffle(parts)
    return dice.choice([b"\n", b" ", b", ", b"", b'" ']).join(parts)


def words_moved(dice, good, other):
    """Sentences that end, begin or go on where no sentence does, a paragraph each."""
    words_of = lambda data: data.decode("utf-8", "replace").split()
    others = words_of(other) or ["en"]
    broken = []
    for sentence in re.split(r"(?<=[.!?])\s+|\n+", good.decode("utf-8", "replace")):
        words = sentence.split()
        at = dice.randrange(len(words) + 1)
        begin = dice.randrange(len(others))
        broken.append(" ".join(dice.choice([
            words[:at], words[at:], words[:at] + words[at + 1:], words[:at] + words[at - 1:], words[:at] + words[:at - 1:-1],
            dice.sample(words, len(words)), words[:at] + others[begin:begin + 10], words[:at] + others[begin:begin + 1] + words[at:],
        ])).rstrip(dice.choice(["", ".,:;"])))
    return "\n\n".join(broken).encode()


def bits_flipped(dice, good, other):
    data = bytearray(good)
    for _ in range(dice.choice([1, 3, 30])):
        if data:
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


def bytes_changed(dice, good, other):
    data = bytearray(good)
    for _ in range(dice.choice([1, 5, 50])):
        if data:
            data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


def pieces_put_in(dice, good, other):
    for _ in range(dice.choice([1, 2, 10, 100])):
        at = dice.randrange(len(good) + 1)
        good = good[:at] + dice.choice(PIECES) + good[at:]
    return good


def characters_put_in(dice, good, other):
    """Only well-formed text, so that the text is read and not refused."""
    pieces = [p for p in PIECES if readable(p)]
    text = good.decode("utf-8", "replace")
    for _ in range(dice.choice([1, 10, 100, 300])):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(pieces).decode() + text[at:]
    return text.encode()


def repeated(dice, good, other):
    begin = dice.randrange(len(good) + 1)
    piece = good[begin:begin + dice.choice([1, 4, 40, 400])]
    return good[:begin] + piece * dice.choice([2, 20, 200]) + good[begin:]


def removed(dice, good, other):
    for _ in range(dice.choice([1, 5, 20])):
        begin = dice.randrange(len(good) + 1)
        good = good[:begin] + good[begin + dice.choice([1, 3, 30]):]
    return good


def latin_1(dice, good, other):
    return good.decode("utf-8", "replace").encode("latin-1", "replace") + dice.choice([b"", b" caf\xe9\n"])


def windows_1252(dice, good, other):
    return good.decode("utf-8", "replace").encode("cp1252", "replace") + dice.choice([b"", b" \x80 100\n"])


def utf_16(dice, good, other):
    mark, form = dice.choice([(b"", "utf-16-le"), (b"", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-be")])
    data = mark + good.decode("utf-8", "replace").encode(form)
    return data[:-1] if dice.random() < 0.2 else data


def twice_encoded(dice, good, other):
    return good.decode("latin-1").encode()


def marked(dice, good, other):
    return b"\xef\xbb\xbf" * dice.choice([1, 2, 3]) + good


def line_ends(dice, good, other):
    ends = dice.choice([[b"\r\n"], [b"\r"], [b"\n", b"\r\n", b"\r"], [b"\n\r"], [b"\x0b"], [b"\x0c"], [b"\xc2\x85"], ["\u2028".encode()], [b"\r\r\n"]])
    return b"".join(part + dice.choice(ends) for part in good.split(b"\n"))


def no_spaces(dice, good, other):
    return good.replace(b" ", dice.choice([b"", b"\t", b"  ", "\u00a0".encode(), "\u200b".encode(), "\u2009".encode()]))


def cased(dice, good, other):
    text = good.decode("utf-8", "replace")
    return dice.choice([text.upper, text.lower, text.swapcase, text.title])().encode()


def long_line(dice, good, other):
    return good.replace(b"\n", b" ") * dice.choice([1, 5])


def short_lines(dice, good, other):
    return good.replace(b" ", dice.choice([b"\n", b"\n\n"]))


def nested(dice, good, other):
    begin, end = dice.choice([(b"[", b"]"), (b"{\"a\":", b"}"), (b"(", b")"), (b"<div>", b"</div>"), (b"<b>", b""), (b"\"", b"\""), (b"> ", b""), (b"- ", b""), (b"? ", b""), (b"**", b"**"), ("\u201c".encode(), "\u201d".encode())])
    depth, at = dice.choice([3, 50, 1000]), dice.randrange(len(good) + 1)
    return good[:at] + begin * depth + good[at:] + end * dice.choice([0, depth])


MUTATIONS = [truncated, headless, spliced, shuffled, words_moved, bits_flipped, bytes_changed, pieces_put_in, characters_put_in, repeated, removed, latin_1, windows_1252, utf_16,
             twice_encoded, marked, line_ends, no_spaces, cased, long_line, short_lines, nested]


def readable(data):
    """Whether kroniek takes it for text."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in data


def mutated(dice, good, other, times=None):
    """The broken bytes, and the names of what was done."""
    done = []
    for _ in range(times or dice.choice([1, 1, 1, 2, 3])):
        mutation = dice.choice(MUTATIONS)
        good = mutation(dice, good, other)
        done.append(mutation.__name__)
    return good, "+".join(done)
