"""The words the corpus is made of: trades, places, names and sentences, all invented."""

from __future__ import annotations

from typing import NamedTuple


class Topic(NamedTuple):
    """A trade that a partnership is about, in the words its records use."""

    slug: str
    skill: str
    machine: str
    role: str
    unit: str
    hazard: str
    regulation: str
    sic: str


TOPICS = (
    Topic(
        "toolroom", "five-axis set-up", "five-axis cell", "toolmaker", "Toolroom", "Rotating spindle", "PUWER", "25620"
    ),
    Topic("welding", "coded TIG welding", "welding bay", "welder", "Fabrication", "Welding fume", "COSHH", "25110"),
    Topic(
        "hydraulics",
        "hydraulic fault finding",
        "test rig",
        "fitter",
        "Maintenance",
        "Stored pressure",
        "PUWER",
        "28120",
    ),
    Topic("robotics", "robot cell programming", "robot cell", "technician", "Assembly", "Moving arm", "PUWER", "28990"),
    Topic("composites", "carbon lay-up", "autoclave", "laminator", "Composites", "Resin vapour", "COSHH", "30300"),
    Topic(
        "dairy",
        "clean-in-place control",
        "pasteuriser",
        "process operator",
        "Processing",
        "Caustic wash",
        "COSHH",
        "10511",
    ),
    Topic(
        "metrology",
        "coordinate measuring",
        "measuring machine",
        "inspector",
        "Quality",
        "Granite table lifts",
        "LOLER",
        "26511",
    ),
    Topic(
        "heat-pumps",
        "heat pump commissioning",
        "training house",
        "installer",
        "Installation",
        "Refrigerant",
        "COSHH",
        "43220",
    ),
    Topic(
        "moulding", "injection mould setting", "moulding press", "setter", "Moulding", "Hot platen", "PUWER", "22290"
    ),
    Topic(
        "rail",
        "signalling installation",
        "track simulator",
        "installer",
        "Signalling",
        "Trackside work",
        "MHSWR",
        "42120",
    ),
    Topic("foundry", "investment casting", "furnace", "caster", "Foundry", "Molten metal", "MHSWR", "24540"),
    Topic("joinery", "CNC joinery", "panel router", "machinist", "Millshop", "Hardwood dust", "COSHH", "16230"),
)

PLACES = (
    "Alder Vale", "Birkwith", "Calder Ness", "Dunmere", "Eskford", "Fenwick Moor", "Garsholme", "Hartley Bridge",
    "Ingle Cross", "Kelbrook", "Linfield", "Marrick", "Netherby", "Ousedale", "Penhurst", "Ravensby",
)  # fmt: skip

FIRMS = (
    "Halberd", "Northgate", "Skelwith", "Torrin", "Brockhole", "Ashdene", "Merrow", "Kestrel", "Langdale", "Orrin",
    "Fulwood", "Whitlock", "Sable", "Thornbury", "Coverdale", "Wyvern", "Elmet", "Harrow Beck", "Stainmore",
    "Quarry Bank",
)  # fmt: skip

FIRM_KINDS = ("Engineering Ltd", "Precision Ltd", "Manufacturing plc", "Systems Ltd", "Fabrications Ltd", "Works Ltd")

FIRST_NAMES = (
    "Priya", "Tom", "Lena", "Omar", "Ruth", "James", "Sara", "Noor", "Ewan", "Grace", "Imran", "Joanna", "Kofi",
    "Maya", "Niall", "Olivia", "Piotr", "Rhian", "Samir", "Tamsin", "Umar", "Vera", "Wesley", "Yusuf", "Zara", "Alan",
    "Beth", "Carys", "Dylan", "Esther", "Femi", "Gwen", "Hamza", "Isla", "Jodie", "Karim", "Lucy", "Marek", "Nadia",
    "Owen",
)  # fmt: skip

LAST_NAMES = (
    "Ashworth", "Nair", "Kos", "Said", "Adeyemi", "Li", "Webb", "Haddad", "Barker", "Clegg", "Dhillon", "Evans",
    "Fraser", "Greene", "Holt", "Iqbal", "Jarvis", "Khan", "Lister", "Mensah", "Nowak", "Okafor", "Patel", "Quinn",
    "Rowe", "Shaw", "Tait", "Usman", "Vance", "Ward", "Yates", "Abbott", "Burke", "Cohen", "Dale", "Ellis", "Flynn",
    "Gill", "Hughes", "Innes",
)  # fmt: skip

EMPLOYER_TITLES = (
    "Operations Director",
    "Learning and Development Manager",
    "Team Leader",
    "Production Manager",
    "Shift Supervisor",
    "Health and Safety Adviser",
    "HR Business Partner",
    "Engineering Manager",
)

PROVIDER_TITLES = (
    "Vice Principal",
    "Director of Employer Partnerships",
    "Lecturer in Engineering",
    "Internal Quality Assurer",
    "Curriculum Manager",
    "Work-based Learning Assessor",
    "Head of Apprenticeships",
    "Safeguarding Lead",
)

EMPLOYER_PRIORITIES = (
    "Replace the {n} people who retire from {skill} by 2029",
    "Halve scrap and rework on {skill}",
    "Bring {skill} in-house within two years",
    "Cut the time to competence of a new {role} to six months",
    "Two people on each shift who can run the {machine} unaided",
)

PROVIDER_PRIORITIES = (
    "Every lecturer spends {n} days a year in industry",
    "Live briefs from employers in every level 3 programme",
    "Grow higher technical provision in {place}",
    "Raise the share of learners in sustained employment",
    "Learners can use the {machine} out of hours",
)

FINDINGS = (
    "{skill} is a named shortage in the local skills plan",
    "{n} retirements in {unit} by 2029, and two applicants for the last vacancy",
    "Only one supervisor can sign off work on the {machine}",
    "Adverts for the post of {role} have stayed open for {n} weeks on average",
    "Rework in {unit} is traced to set-up errors on nights",
    "Two competitors have opened their own training centres near {place}",
    "Lecturers last worked at the {machine} more than {n} years ago",
)

EFFECTS = (
    "Delivery stops until somebody else is trained",
    "The cohort finishes late and the grant is reclaimed",
    "Learners lose practice hours in {unit}",
    "Assessment decisions cannot be defended at sampling",
    "Line managers withdraw release for college days",
)

EVENTS = (
    "The supervisor of {unit} leaves",
    "The {machine} is needed for production",
    "Fewer learners enrol than planned",
    "A partner changes its sponsor",
    "Personal data is sent to the wrong address",
    "College days clash with the shift rota",
)

CAUSES = (
    "One supervisor holds the knowledge of {skill}",
    "The {machine} is booked for production four days in five",
    "Release is agreed by word of mouth only",
    "Two systems hold the same learner details",
    "The budget ends with the financial year",
)

CONTROLS = (
    "Second supervisor trained alongside",
    "Machine time booked a quarter ahead",
    "Release written into the learning contract",
    "Deputy named for every key role",
    "Interlocked guard checked each week",
    "Extraction tested and logged",
)

ACTIONS = (
    "Draft the renewal and send it to both sponsors",
    "Book the {machine} for the next cohort",
    "Agree the observation sheet with {unit}",
    "Send the risk register round for review",
    "Ask the supervisors of {unit} for two live jobs",
    "Find a mentor for the night shift",
    "Publish the timetable for the spring term",
)

DECISIONS = (
    "Objectives and terms agreed",
    "Pilot extended by {n} weeks",
    "Assessment moves from the college to {unit}",
    "Second cohort approved, subject to release",
    "Risk appetite left as it is",
    "Live jobs replace two written assignments",
)

STATEMENTS = (
    "{n} people set up and run the {machine} unaided by the end of the programme",
    "Scrap in {unit} falls by a fifth against the 2025 baseline",
    "Every learner completes {n} hours of supervised {skill}",
    "{n} lecturers refresh their practice of {skill} in industry",
    "Each shift has a {role} who can train the next one",
)

EXPERIENCES = (
    "Two learners missed theory for night shifts",
    "The first assessment of {skill} took twice as long as planned",
    "Supervisors in {unit} marked the same job differently",
    "A learner asked to see the whole job, not the exercise",
    "The {machine} was down for a week and the class moved to simulation",
)

LESSONS = (
    "Fixed college days do not fit a three-shift rota, and people say so only when they are asked in the canteen",
    "A shared observation sheet settles most arguments before they start",
    "Simulation carries the theory, but confidence comes from the real {machine}",
    "The people who agree the release are not the people who plan the shifts",
    "Evidence gathered on the day is worth more than a report written a month later",
)

CHANGES = (
    "Theory is recorded, and repeated on Saturdays",
    "Both sides mark the first two jobs together",
    "Release is planned with the shift leaders a quarter ahead",
    "The set-up sheet is now part of the assessment",
    "A deputy sits in on every third meeting",
)

FEEDBACK = (
    "Assignments are too academic for {unit}",
    "My people come back with ideas we can use the same week",
    "Nobody told us the timetable had changed",
    "The assessor knew the {machine} better than we do",
    "We would like to see the results before the steering group does",
)

PROSE = (
    "{employer} and {provider} design and deliver training in {skill} together, so that people who retire are replaced "
    "and lecturers keep up with practice on the shop floor.",
    "Learners spend one day in five at the college and the rest in {unit}, with a mentor who is released for it and an "
    "assessor who visits every month.",
    "The partners meet each quarter to look at objectives, risks and money, and each month to plan the weeks ahead.",
    "Both sides put in what they have: one the {machine} and the jobs, the other workshop hours and skilled teachers.",
    "What was learned in the pilot has been written into the plan, and the supervisors have agreed to it.",
)

ACCENTED = (
    "see the café notes",
    "Zoë to confirm",
    "a naïve first estimate",
    "discussed in the café",
    "Chloé and her shift agree",
    "£40 to £60 a head",
    "15 to 20 °C in the bay",
)

DOCUMENTS = (
    ("report", "Environment scan"),
    ("minutes", "Steering minutes"),
    ("plan", "Joint plan"),
    ("data", "Reaction forms"),
    ("observation", "Observed set-ups"),
    ("report", "Impact reviews"),
    ("email", "Handover note"),
    ("data", "Safety data sheet"),
    ("certificate", "Training certificate"),
    ("photo", "Bench photographs"),
    ("report", "Quarterly report"),
)
