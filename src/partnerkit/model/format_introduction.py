"""What stands on the page on the record format before the tables, written by hand."""

HEAD = """
<!-- Written from the models in src/partnerkit/model; what is changed here is lost. -->

# The record format

Records are plain text files in YAML. People write them, people review them line by line, and partnerkit reads them.
This page says which keys there are, what each holds, and what a file may look like.

"""

GUIDE = """
## Start small

A partnership needs five keys. This is a whole record:

```yaml
kind: partnership
id: harbour-welding
title: Harbour welding partnership
stage: identify
partners:
  - organisation: northquay-shipyard
  - organisation: estuary-college
```

Everything else is optional, so a record can grow with the partnership. Three questions are kept apart:

- **Is it well formed?** That is what this page is about: known keys, and values of the right sort.
- **Is it complete for now?** The rules ask for what is due at the stage the partnership has reached, and no more.
- **Is it good?** That is for people to say. The pages show what the record holds and name what it does not; `score`
  counts how complete the record is, by a [rubric](rubrics.md), and decides nothing.

## Folders

A workspace is a folder with a file `partnerkit.yaml` in it (see [Configuration](#configuration)). A usual layout:

    partnerkit.yaml
    organisations/estuary-college.yaml
    frameworks/collaborative-relationships.yaml
    programmes/harbour-skills-fund.yaml
    partnerships/harbour-welding.yaml

The key `kind` says what a record is; the folders are there for people and may be named otherwise. A file may hold
several records, with a line `---` between them.

When a partnership outgrows its file, give it a folder:

    partnerships/harbour-welding/
      partnership.yaml            the keys that stay: kind, id, title, stage, partners …
      objectives.yaml             a file named after a section holds that section
      meetings/
        2026-03-10.yaml           a folder named after a section holds one item a file
        2026-06-09.yaml
      files/
        minutes-march.pdf         documents that evidence points to

A file named after a section holds just what would stand under its key: a list of items, or for a section that is no
list the keys themselves. A file in a section's folder holds one item. It needs no `id`: the file's name, without
`.yaml`, is the id. A section stands in one place only: writing it twice is an error.

## Ids and references

Everything that is mentioned elsewhere has an `id`: small letters and digits, in words joined by `-` or `.`, at most
64 characters, such as `obj-welders` or `2026-03-10`. An id is unique among its like: organisations, frameworks,
programmes and partnerships in the workspace; people and priorities in their organisation; criteria in their
framework; all other items in their section of the partnership.

To refer to something, write its id. Where that could mean two things, or the thing lies elsewhere, write the scope
before it, with a slash:

```yaml
owner: maya-okafor                            # a person, if only one has this id
owner: estuary-college/maya-okafor            # the person of this organisation
criteria: [collaborative-relationships/P1]    # a criterion of this framework
links: [evaluations/ev-1]                     # an item of this section
```

Each table below says what a reference may point to. When records are checked, a reference to something that is not
there is an error.

## Values

| value | how to write it |
|---|---|
| text | A line. What YAML would read as a number, as true or as false needs quotes: `"25620"`, `"1.2"`. |
| prose | Text that people read, with paragraphs and lists in Markdown. HTML is shown as it stands. |
| date | Year, month, day: `2026-03-10`. |
| id, code | As above. A code is a criterion's number as printed; it may have capitals: `P2.1`. |
| number | `12` or `0.5`, without quotes, unit or separators. The key or a `unit` says what is counted. |
| days, hours, level | A number of these. Days and levels are whole. |
| money | `{amount: 1200, currency: GBP}` |
| `true` or `false` | Just so. `yes` and `no` are text. |
| one of … | One of the words that are listed, as they are written there. |
| path of a file | With `/`, inside the workspace: `files/minutes-march.pdf`. |
| web address | The whole of it, beginning with `https://`, `http://` or `mailto:`. |
| time code | Minutes and seconds, or hours, minutes and seconds: `12:30`, `1:02:03`. |
| list | An item a line, each beginning with `- `; or in brackets: `[one, two]`. |
| mapping | Keys with their values, a line each; or in braces: `{key: value}`. |

Longer prose stands under its key, indented, after a `>`:

```yaml
summary: >
  The shipyard and the college train welders together, so that
  apprentices learn on the vessels they will work on.
```

Inside brackets and braces a comma begins the next item: put texts that hold a comma in quotes there.

What is not known yet is left out. A key with nothing after it is an error, so that a blank is never taken for a
fact; and 0 means none, never "not yet". What does not apply to a partnership is said in `not_applicable`, with the
reason.

A key that is not on this page is an error, because it is nearly always a slip. Keys of your own begin with `x-`, may
stand in every mapping, and are kept: `x-cost-centre: "4711"`.

## Who sees what

Pages are written for an audience: the public, the partners, or the organisation that keeps the records (internal).
`partnerkit report --audience public` names it. Without that, `report: confidentiality` in `partnerkit.yaml` does; and
where that is not set either, the narrowest `confidentiality` of the partnerships that are shown, one without it being
internal.

Each table below says in the column *who sees it* how far a value goes. *anybody* means what it says, *partners* is
withheld from the public, *internal* from the partners too. Whatever stands in a withheld part is withheld with it.
Besides:

- **People** are named to the partners. For the public each is called by the job title, or the key role, and the
  organisation: *Apprenticeship Manager, Halden Precision*. Ids that are names get others.
- **Names, e-mail addresses, telephone numbers and learners' pseudonyms in texts** are replaced wherever the audience
  may not see them, and for the public so are sums of money. So are single parts of a name; a part that is an ordinary
  word or a month too (*May*, *Bright*), only where a capital begins it; a word of an organisation's name stays.
- **Money** is withheld from the public, and with it the figures of indicators whose `measure` is `currency`.
- **Evidence**: where it lies and what is in it goes as far as `consent: {scope: …}` says. Without a word on consent
  it is for the partners; a photo, a video or a recording is internal. What a witness said goes no further than the
  consent to the evidence of it.
- **Incidents** of the type `safeguarding` are internal as a whole.
- **Your own keys** (`x-`) are internal.
- A file or an address with a withheld name in it is withheld.

What is withheld is said to be so, and counts neither as there nor as missing. Each page says for whom it is, and how
many values of which sort are withheld.

`confidentiality` of a partnership says who may read its record at all. One marked `internal` is in internal pages only.
One marked `partners` is in pages for the partners; it comes into pages for the public only where `--audience public`
asks for them on the command line, with all that is said above withheld. Settings in files never widen it.

What this cannot do: tell who is meant where a text describes somebody without a name, or holds a nickname that no
record knows. Read what you publish. What was once committed stays in the history of the repository.
"""
