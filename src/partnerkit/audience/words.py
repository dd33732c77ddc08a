"""Finds what is withheld in texts, ids, paths and addresses, however it is written, and puts a role in its place."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from partnerkit.model.audiences import LEARNERS, MONEY, PEOPLE

CONTACTS = "contact details"
NAME = "a withheld name"
LEARNER = "a learner"
SOME_LEARNERS = "some learners"
EMAIL = "a withheld e-mail address"
PHONE = "a withheld telephone number"
SUM = "a withheld sum"
SLUG = "withheld"

_WORD = re.compile(r"[^\W_]+")
# Between the words of a name may stand what joins them in a text, an id, a path or an address.
_JOINT = re.compile(r"(?:[\s._'\u2019+-]|%20){0,3}")
_EMAIL = re.compile(r"""[^\s@<>()\[\],;:"|]{1,64}@[^\s@<>()\[\],;:"|]*[\w-]""")
_PHONE = re.compile(r"(?<![\w.+])\+?\(?\d[\d\s()./-]{6,20}\d(?!\w)")
_BRITISH = re.compile(r"(?:44|0044|0)[1-9]\d{8,9}")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,15}(?:[, \u00a0]\d{3})*(?:\.\d{1,4})?(?!\w)")
_FIGURE = r"\d[\d,]*(?:\.\d+)?"
_SCALE = r"(?:\s?(?:k|m|bn|thousand|million|billion)\b)?"
_LONG = 5
"""A name of so many letters is looked for within the words of a path, too."""
_SAME_DIGITS = 9
"""Two telephone numbers that end in the same nine digits are the same, with and without the code of the country."""
_YEARS = range(1900, 2101)
_LEAST_SUM = 1000
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u2e80-\U0003ffff]")
"""Scripts that put no spaces between words."""


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that are withheld.

    Attributes:
        words: The words, folded: small letters without accents.
        instead: What stands in a text in their place.
        what: What they are, in the plural.
        capital: Whether they count only where a capital begins them, because they are ordinary words too.
    """

    words: tuple[str, ...]
    instead: str
    what: str = PEOPLE
    capital: bool = False


def folded(text: str) -> str:
    """The text in small letters without accents, so that all ways to write a name are one."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def words_of(text: str) -> tuple[str, ...]:
    """The words and figures of a text, folded, without what stands between them."""
    return tuple(folded(word) for word in _WORD.findall(unicodedata.normalize("NFC", text)))


class Sweep:
    """Takes out of texts what is withheld. Counts what it takes in `found`."""

    def __init__(
        self,
        secrets: Iterable[Secret],
        phones: Iterable[str] = (),
        sums: Iterable[float] | None = None,
        learners: Iterable[str] = (),
    ) -> None:
        """Take what is withheld.

        Args:
            secrets: Names, pseudonyms and ids.
            phones: Telephone numbers as they are written in the records.
            sums: Sums of money; None if sums may be seen.
            learners: The pseudonyms of learners, which are ids.
        """
        self.found: Counter[str] = Counter()
        self._by_first: defaultdict[str, list[Secret]] = defaultdict(list)
        self._unspaced: list[Secret] = []
        self._long: list[str] = []
        pseudonyms = tuple(learners)
        self._numbered = _numbered(pseudonyms)
        secrets = (*secrets, *(Secret(words_of(id_), LEARNER, LEARNERS) for id_ in pseudonyms))
        for secret in sorted(secrets, key=lambda one: (-len(one.words), one.words, one.instead)):
            self._add(secret)
        self._phones = {_digits(phone)[-_SAME_DIGITS:] for phone in phones} - {""}
        self._sums = None if sums is None else {float(sum_) for sum_ in sums if _is_telling(sum_)}

    def _add(self, secret: Secret) -> None:
        squeezed = "".join(secret.words)
        self._by_first[secret.words[0]].append(secret)
        if len(secret.words) > 1:
            self._by_first[squeezed].append(Secret((squeezed,), secret.instead, secret.what, secret.capital))
        if _UNSPACED.search(squeezed):
            self._unspaced.append(secret)
        if len(squeezed) >= _LONG and not secret.capital:
            self._long.append(squeezed)

    def text(self, text: str) -> str:
        """The text with roles in the place of names, and without addresses, telephone numbers and sums."""
        text = unicodedata.normalize("NFC", text)
        text = self._counted(_EMAIL, text, CONTACTS, _always(EMAIL))
        text = self._counted(_PHONE, text, CONTACTS, self._phone)
        if self._sums is not None:
            text = self._counted(_AMOUNT, text, MONEY, _always(SUM))
            text = self._counted(_NUMBER, text, MONEY, self._sum)
        if self._numbered is not None:
            text = self._counted(self._numbered, text, LEARNERS, _always(SOME_LEARNERS))
        for secret in self._unspaced:
            squeezed = re.compile(re.escape("".join(secret.words)), re.IGNORECASE)
            text = self._counted(squeezed, text, secret.what, _always(secret.instead))
        return self._replaced(text, lambda secret: secret.instead)

    def slug(self, slug: str) -> str:
        """The id, or a path, with `withheld` in the place of each name."""
        return self._replaced(slug, lambda _secret: SLUG)

    def touches(self, address: str) -> bool:
        """Whether a path or an address holds anything that is withheld, be it within a word."""
        squeezed = "".join(words_of(address.replace("%20", " ")))
        return (
            "@" in address
            or any(long in squeezed for long in self._long)
            or next(self._matches(address), None) is not None
        )

    def _counted(
        self, pattern: re.Pattern[str], text: str, what: str, instead: Callable[[re.Match[str]], str | None]
    ) -> str:
        def one(match: re.Match[str]) -> str:
            replaced = instead(match)
            if replaced is None:
                return match[0]
            self.found[what] += 1
            return replaced

        return pattern.sub(one, text)

    def _phone(self, match: re.Match[str]) -> str | None:
        digits = _digits(match[0])
        known = digits[-_SAME_DIGITS:] in self._phones
        return PHONE if known or _BRITISH.fullmatch(digits.replace("440", "44", 1)) else None

    def _sum(self, match: re.Match[str]) -> str | None:
        value = float(re.sub(r"[, \u00a0]", "", match[0]))
        return SUM if self._sums and value in self._sums else None

    def _replaced(self, text: str, instead: Callable[[Secret], str]) -> str:
        pieces: list[str] = []
        at = 0
        for start, end, secret in self._matches(text):
            pieces += [text[at:start], instead(secret)]
            self.found[secret.what] += 1
            at = end
        return "".join([*pieces, text[at:]]) if pieces else text

    def _matches(self, text: str) -> Iterator[tuple[int, int, Secret]]:
        """Where what is withheld stands: the longest at each place, none within another."""
        past = 0
        for word in _WORD.finditer(text):
            secrets = self._by_first.get(folded(word[0])) if word.start() >= past else None
            for secret in secrets or ():
                end = _end(text, word, secret)
                if end is not None:
                    past = end
                    yield word.start(), end, secret
                    break


_AMOUNT = re.compile(
    rf"""(?: [£€$]\s?{_FIGURE}{_SCALE}
          | \b(?:GBP|EUR|USD)\s?{_FIGURE}{_SCALE}
          | (?<![\w.,]){_FIGURE}{_SCALE}\s?(?:GBP|EUR|USD|pounds|euros|dollars)\b )""",
    re.VERBOSE | re.IGNORECASE,
)


def _end(text: str, first: re.Match[str], secret: Secret) -> int | None:
    """Where the words of a secret end that begin with this word; None if they do not stand here."""
    if secret.capital and first[0].islower():
        return None
    end = first.end()
    for wanted in secret.words[1:]:
        joint = _JOINT.match(text, end)
        word = _WORD.match(text, joint.end() if joint else end)
        if word is None or folded(word[0]) != wanted:
            return None
        end = word.end()
    return end


def _always(instead: str) -> Callable[[re.Match[str]], str]:
    return lambda _found: instead


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _is_telling(sum_: float) -> bool:
    """Whether a sum stands for itself: a year or a small number in a text may be anything."""
    return not float(sum_).is_integer() or (sum_ >= _LEAST_SUM and int(sum_) not in _YEARS)


def _numbered(pseudonyms: Iterable[str]) -> re.Pattern[str] | None:
    """Finds several learners who are named by their numbers: `Learners 13 and 14`; None if none has a number."""
    stems = {found[1] for id_ in pseudonyms if (found := re.fullmatch(r"([a-z]{3,})-?\d+", id_))}
    if not stems:
        return None
    several = r"\d+(?:(?:\s?(?:,|and|or|to|\u2013|-))+\s?\d+)+"
    return re.compile(rf"\b(?:{'|'.join(sorted(stems))})s?\s{several}\b", re.IGNORECASE)
