"""A text still holds the placeholder somebody put there.

## What it does

It looks through every text of the partnership for what writers leave behind to be filled in later: TBC, TBA, TBD,
TODO, FIXME or xxx as a word, lorem ipsum, a text that is nothing but dots or a question mark, and brackets that ask
for something, such as `[insert name]`. Ids, file names, web addresses and links in Markdown are not looked at.

## Why it matters

A placeholder passes for content in every list and every count, and is found by the one reader who should not find it:
the reviewer.

Source: practice; reviewers send such records back.

## Fires on

```yaml
aims:
  - {id: aim-patterns, statement: Patternmakers for the next TBC years}
```

## Is quiet on

```yaml
aims:
  - {id: aim-patterns, statement: Patternmakers for the next ten years}
```

## How to mend it

Write what belongs there, or take the key away: what is left out is asked for when it is due.
"""

import re

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.identity._texts import texts

CODE = "PKA10"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE

_PLACEHOLDER = re.compile(
    r"""
    \b (?: t\.?b\.?[acd] | todo | fixme | x{3,} | lorem\ ipsum ) \b
    | [\[<] (?: (?: insert | enter | add | fill\ in | your ) \b [^\]>]* | date | number | amount ) [\]>] (?!\()
    | ^ \W* (?: [.…?]+ | n/?a | to\ be\ (?: confirmed | agreed | decided | completed | added ) ) \W* $
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ADDRESS = re.compile(r"https?://[^\s)]+")
_MOST_SHOWN = 40

# A search for the pattern tries all of it at each character. Nearly every record holds no placeholder at all, which one
# look through all of its texts can tell.
_SIGNS = ("tb", "t.b", "todo", "xme", "xxx", "lorem", "[", "<")
_INSTEAD = re.compile(r"\n\W*(?:[.…?]|n/?a|to\ be)", re.IGNORECASE)
"""Each placeholder holds one of the signs, in lower case, or stands at the beginning of its text."""


def check(subject: Subject) -> Iterator[Finding]:
    """Texts that hold a placeholder."""
    written = list(texts(subject.parts))
    if not _may_hold_one("".join([f"\n{text}" for _, _, _, text in written])):
        return
    for part, key, at, text in written:
        found = _PLACEHOLDER.search(_ADDRESS.sub("", text) if "://" in text else text)
        if found is not None:
            yield Finding(part, f"`{found[0].strip()[:_MOST_SHOWN]}` is left here to be filled in", key, at=at)


def _may_hold_one(everything: str) -> bool:
    lowered = everything.lower()
    return any(sign in lowered for sign in _SIGNS) or _INSTEAD.search(everything) is not None
