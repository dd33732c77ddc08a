"""Personal data of learners, or of people who are spoken about, stands in the record.

## What it does

It reads every text of the sections `learners`, `journal` and `feedback`, with the keys of your own in them, for what
can be told by its form: e-mail addresses, telephone numbers of the United Kingdom, National Insurance numbers, and
dates that are said to be dates of birth. It cannot know names. Work addresses and numbers of staff have their place
in the organisation's record, among its `people`, where it does not look.

## Why it matters

Records are shared between organisations and kept under version control, where what was written once can be read for
ever. Learners stand in them under pseudonyms, and one telephone number undoes that.

Source: practice in keeping shared records under UK data protection law.

## Fires on

```yaml
learners:
  - {id: learner-01, performance: "Reach her on 07700 900123 between shifts"}
```

## Is quiet on

```yaml
learners:
  - {id: learner-01, performance: Makes patterns unaided by the summer}
```

## How to mend it

Take it out of the record and keep it where only those who need it can see it; ask whoever looks after your data
whether the history must be cleaned too.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.people._personal_data import personal_data, texts

CODE = "PKF14"
SEVERITY = Severity.ERROR
STAGE = Stage.IDENTIFY


def check(subject: Subject) -> Iterator[Finding]:
    """Texts with personal data in them. What was found is not repeated in the message."""
    record = subject.part
    for holder in (*record.learners, *record.journal, *record.feedback):
        for part, key, at, text in texts(holder):
            if kinds := personal_data(text):
                yield Finding(part, f"this text holds what looks like {listed(kinds)}", key, at=at)
