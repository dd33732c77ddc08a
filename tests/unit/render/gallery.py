"""A page of pictures: each kind as it is meant, then with one thing, with many, with nothing, and with hostile text."""

from __future__ import annotations

from datetime import date, timedelta

from partnerkit.views import blocks as b

AS_OF = date(2026, 10, 15)
TAG = "<script>alert(1)</script>"
TEXT = f'{TAG} ]]> "quoted" \'so\' `code` | pipe; end %%{{init}}%% click n0 href "javascript:alert(1)"\nsection end'
RTL = "שותפות הכשרה \u202egnp.exe"
LONG = "A label that goes on " * 40

TIMELINE = b.Timeline(
    "What is planned for the toolroom partnership",
    (
        b.Bar("Scan of the toolroom's needs", date(2026, 1, 12), date(2026, 2, 27), b.Badge("done", "good"), "Prepare"),
        b.Milestone("Agreement signed", date(2026, 3, 20), b.Badge("done", "good"), "Prepare"),
        b.Bar(
            (b.Words("First *cohort*: eight apprentices"), b.Quiet(" at Eastfield College")),
            date(2026, 4, 13), date(2026, 12, 18), b.Badge("in progress", "note"), "Teach", "first-cohort",
        ),
        b.Bar("Placement in the toolroom", date(2026, 6, 1), date(2026, 9, 30), b.Badge("late", "alert"), "Teach"),
        b.Bar("Mentoring", date(2026, 9, 1), None, None, "Teach"),
        b.Bar("Loan of the measuring machine", None, date(2026, 5, 29), None, "Teach"),
        b.Milestone("Review of the second year, with both partners and the fund", date(2027, 1, 29), None, "Review"),
        b.Milestone("Report to the fund", date(2026, 10, 2), b.Badge("overdue", "alert"), "Review"),
    ),
    AS_OF,
    "Dates are those of the plan as it was agreed.",
)  # fmt: skip
MATRIX = b.RiskMatrix(
    "Risks by likelihood and impact",
    (
        b.PlacedRisk("R1", b.Link("The only assessor leaves", "first-cohort"), b.Rating(4, 5), b.Rating(2, 4)),
        b.PlacedRisk("R2", "Too few apprentices for a cohort", b.Rating(3, 4), b.Rating(3, 3)),
        b.PlacedRisk("R3", "The machine is not ready in time", b.Rating(2, 2), b.Rating(1, 2)),
        b.PlacedRisk("R4", "A young person is hurt at a lathe", b.Rating(3, 5), b.Rating(2, 5)),
        b.PlacedRisk("R5", "The fund ends early", None, b.Rating(2, 5)),
        b.PlacedRisk("R6", "Travel costs rise"),
    ),
    bands=(b.Band("low", 4), b.Band("moderate", 9), b.Band("high", 15), b.Band("critical", 25)),
    appetite=9,
)
PROGRESS = b.Progress(
    "Where the indicators stand",
    (
        b.Measure("Toolmakers trained", 0, 12, 8, b.Badge("on the way", "note"), "people", None, "increase", AS_OF),
        b.Measure("Scrap from the press line", 7.8, 4, 4.6, b.Badge("on the way", "note"), "%", 0.2, "decrease", AS_OF),
        b.Measure("Weeks to fill a vacancy", 14, 8, 19.5, b.Badge("away from it", "alert"), "weeks", None, "decrease"),
        b.Measure("Visits to schools", 2, 6, 11, b.Badge("target reached", "good"), "visits", None, "increase", AS_OF),
        b.Measure("Retention of apprentices", 92, 92, 89, b.Badge("outside", "caution"), "%", 2, "maintain", AS_OF),
        b.Measure("Women among apprentices", None, 30, 22, b.Missing("cannot be worked out"), "%"),
        b.Measure("Confidence of mentors", "few dare to", "all *do*", None, b.Missing("not yet reported")),
        b.Measure("Applications", 40, 80, None, b.Missing("not yet reported"), "", 5),
    ),
)
NETWORK = b.Network(
    "Who works with whom",
    (
        b.Node("toolroom", "Toolroom skills", "Partnership", b.Link("", "first-cohort")),
        b.Node("leaders", "Line leaders of the second and third shift", "Partnership"),
        b.Node("digital", "Digital care records", "Partnership"),
        b.Node("northgate", "Northgate Castings Ltd", "Organisation"),
        b.Node("eastfield", "Eastfield College of Further Education and Training", "Organisation"),
        b.Node("halden", "Halden Pumps", "Organisation"),
        b.Node("trust", "Calder Care Trust", "Organisation"),
        b.Node("fund", "Skills fund", "Funder"),
    ),
    (
        b.Edge("toolroom", "northgate", "lead", "good"),
        b.Edge("toolroom", "eastfield", "provider"),
        b.Edge("leaders", "eastfield", "provider"),
        b.Edge("leaders", "halden", "employer"),
        b.Edge("digital", "trust", "employer", "caution"),
        b.Edge("digital", "eastfield", "provider"),
        b.Edge("fund", "eastfield", "grant", "note"),
        b.Edge("northgate", "halden", "supplies"),
        b.Edge("northgate", "gone", "names no node"),
    ),
)
SCATTER = b.Scatter(
    "Stakeholders by power and interest",
    b.Axis("Interest"),
    b.Axis("Power"),
    b.Quadrants("Keep satisfied", "Manage closely", "Keep an eye on", "Keep informed"),
    (
        b.Dot("Ann Lee", b.Link("Ann Lee, plant manager", "first-cohort"), 5, 5, b.Badge("seen on time", "good")),
        b.Dot("Works council", "The works council", 4, 4),
        b.Dot("B. Hale", "Ben Hale, finance", 2, 5),
        b.Dot("Parents", "Parents of apprentices", 5, 1),
        b.Dot("Press", "Local press", 1, 1),
        b.Dot("Union", "The union", None, 4),
    ),
)


def grid(columns: int, rows: int) -> b.Grid:
    """Criteria against evidence, with a cell for every third pair."""
    sorts = (
        b.GridCell("p. 3", "good", b.Link("", f"grid-{columns}-0")),
        b.GridCell("claimed", "note"),
        b.GridCell("judged", "good"),
        b.GridCell("gap", "alert"),
        b.GridCell("justified gap", "caution"),
    )
    return b.Grid(
        f"{rows} criteria against {columns} pieces of evidence",
        "Criterion",
        tuple(
            b.GridColumn(f"E{place}" if place % 3 else f"minutes-of-meeting-{place}", f"Evidence {place}", str(place))
            for place in range(1, columns + 1)
        ),
        tuple(
            b.GridRow(
                b.Link(
                    f"{'P' if row % 4 else 'Unit '}{row} Explain how the partners agreed what each gives",
                    f"grid-{columns}-0",
                ),
                tuple(
                    sorts[(row + place) % len(sorts)] if (row * 7 + place * 5) % 3 == 0 else None
                    for place in range(columns)
                ),
                min(row % 4, 2),
                str(row),
                f"grid-{columns}-{row}",
            )
            for row in range(rows)
        ),
        "Pieces",
        "A cell says where in the evidence the criterion is met.",
    )


LEVELS = b.Levels(
    "How far each point is evidenced",
    3,
    (
        b.Level("P1", 2, "evidenced"),
        b.Level("P2 Partners agree objectives", 0, "not evidenced"),
        b.Level("P3", 3, "corroborated"),
        b.Level("P4", 1, "partly"),
        b.Level("M1", 0, "not due yet", "later"),
        b.Level("D1", 0, "does not apply: no young people take part", "excused"),
    ),
    "A step counts when a piece of evidence is mapped to it.",
)
TRENDS = b.Trends(
    "What has changed since the first report",
    (
        b.Trend("Records", tuple(b.Reading(AS_OF - timedelta(30 * back), 40 - back * 2) for back in range(12, -1, -1))),
        b.Trend(
            "Overdue dates",
            tuple(b.Reading(AS_OF - timedelta(30 * back), (back * 5) % 7) for back in range(12, -1, -1)),
            "dates",
        ),
        b.Trend("Scrap", (b.Reading(date(2026, 1, 5), 7.8), b.Reading(AS_OF, 4.6)), "%"),
        b.Trend("Partners", (b.Reading(AS_OF, 4),)),
        b.Trend("Visits", ()),
    ),
)
KINDS: dict[str, b.Picture] = {
    "timeline": TIMELINE, "matrix": MATRIX, "progress": PROGRESS, "network": NETWORK, "scatter": SCATTER,
    "grid": grid(6, 9), "levels": LEVELS, "trends": TRENDS,
}  # fmt: skip


def saying(text: str) -> dict[str, b.Picture]:
    """One of each picture, saying the text wherever a text can stand."""
    badge = b.Badge(text, "note")
    return {
        "timeline": b.Timeline(
            text,
            (
                b.Bar(text, AS_OF, None, badge, text, "bar"),
                b.Milestone(text, AS_OF, badge, text, "milestone"),
            ),
            AS_OF,
            text,
        ),
        "matrix": b.RiskMatrix(
            text,
            (b.PlacedRisk(text, text, b.Rating(2, 3), b.Rating(1, 1)),),
            3,
            (b.Band(text, 9),),
            4,
            text,
        ),
        "progress": b.Progress(
            text,
            (
                b.Measure(text, 1, 2, 3, badge, text, 1, "increase", AS_OF, "measure"),
                b.Measure(text, text, text, text, b.Missing(text), text),
            ),
            text,
        ),
        "network": b.Network(
            text,
            (b.Node(text, text, text, b.Link(text, "measure")), b.Node(f"{text}.", text, "other")),
            (b.Edge(text, f"{text}.", text, "alert"), b.Edge(text, text, text)),
            text,
        ),
        "scatter": b.Scatter(
            text,
            b.Axis(text, 3, 2),
            b.Axis(text, 3, 2),
            b.Quadrants(text, text, text, text),
            (b.Dot(text, text, 1, 1, badge), b.Dot(text, text, None, 1)),
            text,
        ),
        "grid": b.Grid(
            text,
            text,
            (b.GridColumn(text, text, text), b.GridColumn("E2", text)),
            (
                b.GridRow(
                    text, (b.GridCell(text, "good", b.Link(text, "measure")), b.GridCell(text)), 1, text, "grid-row"
                ),
            ),
            text,
            text,
        ),
        "levels": b.Levels(text, 3, (b.Level(text, 1, text, "due", "level"), b.Level(text, 0, text, "later")), text),
        "trends": b.Trends(
            text, (b.Trend(text, (b.Reading(AS_OF - timedelta(9), 1), b.Reading(AS_OF, 2)), text),), text
        ),
    }


def many(number: int) -> dict[str, b.Picture]:
    """Each picture with so many things."""
    days = [AS_OF + timedelta(3 * place) for place in range(number)]
    return {
        "timeline": b.Timeline(
            "Many bars", tuple(b.Bar(f"Activity {place}", day, day + timedelta(60)) for place, day in enumerate(days)),
            AS_OF,
        ),
        "matrix": b.RiskMatrix(
            "Many risks",
            tuple(
                b.PlacedRisk(f"R{place}", f"Risk {place}", b.Rating(place % 5 + 1, place % 3 + 1), b.Rating(1, 1))
                for place in range(number)
            ),
        ),
        "progress": b.Progress(
            "Many indicators",
            tuple(b.Measure(f"Indicator {place}", 0, number, place, b.Badge("so far")) for place in range(number)),
        ),
        "network": b.Network(
            "Many organisations",
            tuple(b.Node(str(place), f"Organisation {place}", str(place % 2)) for place in range(number)),
            tuple(b.Edge(str(place), str((place * 7 + 1) % number)) for place in range(number)),
        ),
        "scatter": b.Scatter(
            "Many stakeholders", b.Axis("Interest"), b.Axis("Power"), SCATTER.quadrants,
            tuple(b.Dot(f"S{place}", f"Stakeholder {place}", place % 5 + 1, 5) for place in range(number)),
        ),
        "grid": grid(40, number),
        "levels": b.Levels(
            "Many points", 3, tuple(b.Level(f"P{place}", place % 4, "so far") for place in range(number))
        ),
        "trends": b.Trends(
            "Many readings", (b.Trend("Records", tuple(b.Reading(day, day.day) for day in days)),)
        ),
    }  # fmt: skip


def nothing() -> dict[str, b.Picture]:
    """Each picture with nothing in it."""
    return {
        "timeline": b.Timeline("Timeline", (), AS_OF),
        "matrix": b.RiskMatrix("Matrix", ()),
        "progress": b.Progress("Progress", ()),
        "network": b.Network("Network", (), ()),
        "scatter": b.Scatter("Scatter", b.Axis("x"), b.Axis("y"), SCATTER.quadrants, ()),
        "grid": b.Grid("Grid", "Row", (), ()),
        "levels": b.Levels("Levels", 3, ()),
        "trends": b.Trends("Trends", ()),
    }


def page(*sections: tuple[str, dict[str, b.Picture]]) -> b.Page:
    """A page with a section for each set of pictures."""
    return b.Page(
        name="gallery",
        title="Pictures",
        kind="Gallery",
        workspace="Calder Valley",
        verdict="Every picture that a page can hold.",
        stamp=b.Stamp(AS_OF, 7, "0.0.0"),
        opening=(),
        sections=tuple(
            b.Section(
                b.anchor(name),
                name,
                tuple(
                    b.Section(b.anchor(name, kind), kind.capitalize(), (picture,)) for kind, picture in pictures.items()
                ),
            )
            for name, pictures in sections
        ),
    )


def gallery() -> b.Page:
    """The page that is kept, and that browsers look at."""
    bare: dict[str, b.Picture] = {
        "matrix": b.RiskMatrix("A matrix without declared bands", MATRIX.risks),
        "grid": grid(40, 14),
    }
    awkward: dict[str, b.Picture] = {
        **saying(TEXT),
        "timeline": b.Timeline(RTL, (b.Milestone(LONG, AS_OF), b.Bar(RTL, AS_OF, AS_OF)), AS_OF),
    }
    return page(("Pictures", KINDS), ("Odd ones", bare), ("Awkward", awkward), ("Nothing", nothing()))
