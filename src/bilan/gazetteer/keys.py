"""Keys under which one place's many spellings meet.

Three keys, from tight to loose; the index is built with them and asked with them, so a change here means a new build
(`tools/build_gazetteer.py`; tests/unit/gazetteer/test_index.py notices when the two part):

1. `exact_key`: the spelling without case, marks, apostrophes and hyphens; Arabic letters folded; articles alike.
2. `sound_key`: one spelling for the ways Arabic, Slavic and African names are written in French and English:
   ou = u = oo = w, ch = sh, dj = j, q = k = c, y = i = ee = e, letters single, no article, no final h, a, e.
3. `skeleton`: the consonants of the second key alone, for vowels nobody agrees on (Maarat, Maaret, Ma'arrat).
"""

import re
import unicodedata
from functools import lru_cache

ARTICLE = "al"
# The article before a "sun letter" is written as it sounds: ar-Raqqa, ash-Shaykh, an-Numan, ed-Dachim.
_ASSIMILATED = re.compile(r"\b[ae](sh|th|dh|[rsdtznl])[ -](?=\1)")
_ARTICLE = re.compile(r"\b(?:al|el|ul|il)[ -](?=\w)")
_GLUED_ARTICLE = re.compile(r"^[ae]([rsdtzln])(?=\1)")  # Deir Ezzor
_NO_SPACE = re.compile(r"['’‘ʼʻʾʿ`´ʹʺ\"“”«»′·ـ.]+")  # written or left out at will, inside a word
_SPACE = re.compile(r"[\W_]+")
_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e", "þ": "th",
        "ŋ": "n", "ħ": "h", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ګ": "ك", "گ": "ك", "ة": "ه", "ۀ": "ه",
        "ە": "ه", "ء": "", "ь": "", "ъ": "", "ґ": "г",
    }
)  # fmt: skip
_SHORT_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "&": "and"}
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "j", "з": "z", "и": "i", "й": "i",
        "і": "i", "ї": "i", "є": "e", "ы": "i", "э": "e", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "о": "o",
        "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "sh", "ю": "iu", "я": "ia", "ґ": "g", "ў": "u",
    }
)  # fmt: skip
_RESPELLINGS = tuple(
    (re.compile(pattern), respelled)
    for pattern, respelled in (
        (r"tsch|tch|sch|sh|ch", "$"),
        (r"dj|dg(?=[ei])", "j"),
        (r"kh|ck|q", "k"),
        (r"gu(?=[ei])|gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"zh", "j"),
        (r"ph", "f"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"eau|ou|oo|ow|aw|au|[wou]", "u"),
        (r"ay|ai|ei|ey|ae|ee|ie|[yie]", "i"),
        (r"v(?=$)", "f"),
    )
)
_DOUBLED = re.compile(r"(\w|\$)\1+")
_FINAL = re.compile(r"(?<=..[^aiu])(?:h|[ai]h?)$")
_ARABIC_ARTICLE = re.compile(r"\b(?:ال)(?=\w\w)")
_ARABIC_FINAL = re.compile(r"(?<=\w\w)[هاي]$")
_VOWELS = re.compile(r"[aiu]")


@lru_cache(maxsize=65536)
def exact_key(name: str) -> str:
    """Fold a name so that case, accents, hyphens, apostrophes and the form of the article no longer matter.

    Args:
        name: A name in any script.

    Returns:
        Lower-case words joined by one space; "" if the name holds no letter or digit.
    """
    folded = name.casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded.translate(_LETTERS))
        folded = "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_LETTERS)
    plain = _SPACE.sub(" ", _NO_SPACE.sub("", folded)).strip()
    if " " not in plain:
        return plain
    plain = _ARTICLE.sub(ARTICLE + " ", _ASSIMILATED.sub(ARTICLE + " ", plain))
    words = plain.split(" ")
    return " ".join(_SHORT_FORMS.get(word, word) for word in words)


@lru_cache(maxsize=16384)
def sound_key(name: str) -> str:
    """Respell a name the way it sounds, so that French, English and other transliterations of it meet.

    Returns:
        The words run together, articles dropped; Cyrillic put into Latin letters, Arabic and Hebrew kept in theirs.
    """
    key = exact_key(name)
    if key.isascii():
        return _latin_sound(key)
    if "\u0600" <= max(key) <= "\u06ff":
        return _ARABIC_FINAL.sub("", _ARABIC_ARTICLE.sub("", key).replace(" ", ""))
    return _latin_sound(key.translate(_CYRILLIC))


def skeleton(sound: str) -> str:
    """Return the consonants of a `sound_key`; "*" stands for a vowel at its beginning, j for g."""
    if not sound:
        return ""
    lead = "*" if sound[0] in "aiu" else ""
    return lead + _VOWELS.sub("", sound).replace("g", "j")


def _latin_sound(key: str) -> str:
    words = [word for word in key.split(" ") if word != ARTICLE] or [key]
    sound = words[0] + "".join(_GLUED_ARTICLE.sub("", word) for word in words[1:])
    for pattern, respelled in _RESPELLINGS:
        sound = pattern.sub(respelled, sound)
    return _FINAL.sub("", _DOUBLED.sub(r"\1", sound))
