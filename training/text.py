"""Raw text to word pieces and features. SPEC.md describes the same in words; the run time does it again in TypeScript.

Offsets here are code points; `utf16` maps them to UTF-16 code units.
"""
import re
import unicodedata

PAD, UNK, CLS, SEP = 0, 100, 101, 102
OPENERS, CLOSERS, STRAIGHT = "“„«", "”»", '"'
CLOSING_TAIL = set("”»\"'’)]")
ABBREVIATIONS = set("""mr mrs ms dr prof sen sens rep reps gov govs gen col lt sgt capt cmdr adm maj rev hon pres st jr sr
vs etc inc corp co ltd no jan feb mar apr jun jul aug sept sep oct nov dec u.s u.k u.n d.c a.m p.m ph.d""".split())

# feature ids
CASE = {"none": 0, "lower": 1, "title": 2, "upper": 3, "mixed": 4, "digit": 5}
QUOTE = {"outside": 0, "inside": 1, "open": 2, "close": 3}
GAP = {"none": 0, "space": 1, "sentence": 2, "paragraph": 3}
FEATURES = (6, 4, 4)


def is_space(ch):
    return ch in "\t\n\r" or unicodedata.category(ch) == "Zs"


def is_dropped(ch):
    return ch in "\0\ufffd" or (unicodedata.category(ch) in ("Cc", "Cf", "Cs", "Co", "Cn") and ch not in "\t\n\r")


def is_punctuation(ch):
    o = ord(ch)
    return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(ch)[0] == "P"


def is_cjk(ch):
    o = ord(ch)
    return (0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2A6DF or 0x2A700 <= o <= 0x2B73F
            or 0x2B740 <= o <= 0x2B81F or 0x2B820 <= o <= 0x2CEAF or 0xF900 <= o <= 0xFAFF or 0x2F800 <= o <= 0x2FA1F)


def fold(ch):
    return "".join(c for c in unicodedata.normalize("NFD", ch) if unicodedata.category(c) != "Mn").lower()


def words_of(text):
    """BERT's basic tokeniser with offsets: [(start, end, normalised)]."""
    out, start, end, norm = [], None, None, []

    def flush():
        nonlocal start, norm
        if start is not None and norm:
            out.append((start, end, "".join(norm)))
        start, norm = None, []

    cache = {}
    for i, ch in enumerate(text):
        known = cache.get(ch)
        if known is None:
            if is_dropped(ch):
                known = ("drop", "")
            elif is_space(ch):
                known = ("space", "")
            else:
                folded = fold(ch)
                known = ("single" if is_punctuation(ch) or is_cjk(ch) else "letter" if folded else "drop", folded)
            cache[ch] = known
        kind, folded = known
        if kind == "space":
            flush()
        elif kind == "single":
            flush()
            start, end, norm = i, i + 1, [folded or ch]
            flush()
        elif kind == "letter":
            if start is None:
                start = i
            norm.append(folded)
            end = i + 1
        elif start is not None:  # dropped characters inside a word belong to it
            end = i + 1
    flush()
    return out


class WordPiece:
    def __init__(self, lines):
        self.vocab = {w.rstrip("\n"): i for i, w in enumerate(lines)}
        self.cache = {}

    def pieces(self, word):
        found = self.cache.get(word)
        if found is None:
            found = self.cache[word] = self._pieces(word)
        return found

    def _pieces(self, word):
        if len(word) > 100:
            return [UNK]
        out, at = [], 0
        while at < len(word):
            end = len(word)
            while end > at:
                piece = ("##" if at else "") + word[at:end]
                if piece in self.vocab:
                    break
                end -= 1
            if end == at:
                return [UNK]
            out.append(self.vocab[piece])
            at = end
        return out


def case_of(raw):
    if any(c.isdecimal() for c in raw):
        return CASE["digit"]
    cased = [c for c in raw if c.lower() != c.upper()]
    if not cased:
        return CASE["none"]
    upper = [c != c.lower() for c in cased]
    if not any(upper):
        return CASE["lower"]
    if all(upper):
        return CASE["upper"] if len(upper) > 1 else CASE["title"]
    if upper[0] and not any(upper[1:]):
        return CASE["title"]
    return CASE["mixed"]


class Read:
    """A text as words: offsets, pieces, features, sentence and paragraph numbers."""

    def __init__(self, text, wordpiece):
        words = words_of(text)
        self.text = text
        self.start = [w[0] for w in words]
        self.end = [w[1] for w in words]
        self.pieces = [wordpiece.pieces(w[2]) for w in words]
        n = len(words)
        self.case = [case_of(text[s:e]) for s, e in zip(self.start, self.end)]
        self.gap, self.quote = [0] * n, [0] * n
        self.sentence, self.paragraph = [0] * n, [0] * n
        sentence = paragraph = 0
        inside = False
        for i in range(n):
            s, e = self.start[i], self.end[i]
            between = text[self.end[i - 1]:s] if i else ""
            if i == 0 or "\n" in between:
                gap = GAP["paragraph"]
                if i:
                    paragraph += 1
                    sentence += 1
                inside = False
            elif between:
                gap = GAP["space"]
                if self._sentence_start(i, words):
                    gap = GAP["sentence"]
                    sentence += 1
            else:
                gap = GAP["none"]
            self.gap[i], self.sentence[i], self.paragraph[i] = gap, sentence, paragraph
            mark = text[s] if e == s + 1 else ""
            if mark and mark in OPENERS:
                self.quote[i], inside = QUOTE["open"], True
            elif mark and mark in CLOSERS:
                self.quote[i], inside = QUOTE["close"], False
            elif mark == STRAIGHT:
                before = s > 0 and not text[s - 1].isspace()
                after = e < len(text) and not text[e].isspace()
                opens = (not before and after) if inside else (after or not before)
                self.quote[i] = QUOTE["open"] if opens else QUOTE["close"]
                inside = opens
            else:
                self.quote[i] = QUOTE["inside"] if inside else QUOTE["outside"]

    def _sentence_start(self, i, words):
        """Whitespace stands before word i: does a sentence start here?"""
        first = self.text[self.start[i]]
        if not (self.case[i] in (2, 3, 4, 5) or first in OPENERS or first in "\"'‘(["):
            return False
        j = i - 1
        while j >= 0 and words[j][2] in CLOSING_TAIL and i - j <= 3:
            j -= 1
        if j < 0:
            return False
        mark = words[j][2]
        if mark in ("!", "?", "…"):
            return True
        if mark != ".":
            return False
        if j < i - 1:
            return True
        if j == 0 or self.end[j - 1] != self.start[j]:
            return True
        before = words[j - 1][2]
        if j >= 3 and words[j - 2][2] == "." and self.end[j - 3] == self.start[j - 2]:
            before = words[j - 3][2] + "." + before
        return not (before in ABBREVIATIONS or (len(before) == 1 and before.isalpha()))


def utf16(text):
    """Code point offset -> UTF-16 offset."""
    table, units = [], 0
    for ch in text:
        table.append(units)
        units += 2 if ord(ch) > 0xFFFF else 1
    table.append(units)
    return table


def paragraphs(text, start, end):
    """A span, cut at line breaks and trimmed."""
    for piece in re.finditer(r"[^\n]+", text[start:end]):
        a, b = start + piece.start(), start + piece.end()
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a < b:
            yield a, b
