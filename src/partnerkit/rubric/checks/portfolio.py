"""What is asked of a portfolio as a whole: whether its evidence can be found and trusted, and its judgements upheld."""

from __future__ import annotations

from partnerkit.rubric.api import Answer, Look, Stage, check, counted, met, not_applicable, quiet, unknown, unmet
from partnerkit.rubric.portfolio import sampled
from partnerkit.rules.evidence._claims import TESTIMONY
from partnerkit.rules.evidence._reviewing import verdicts
from partnerkit.rules.evidence._standing import standings

NO_EVIDENCE = "no evidence is recorded"
NO_JUDGEMENT = "no judgement is recorded"


@check(Stage.REVIEW, "evidence")
def criteria_in_play(look: Look) -> Answer:
    """Where credit is claimed, the record names the criteria."""
    found = standings(look)
    if found:
        said = counted(len(found), "criterion in play", "criteria in play")
        return met(said, {id(one.part): one.part for one in found}.values())
    if look.found("framework-missing"):
        return quiet(look, ["framework-missing"], "", ())
    return not_applicable("no activity, evidence or judgement names a criterion")


@check(Stage.REVIEW, "evidence")
def evidence_located(look: Look) -> Answer:
    """Wherever evidence is mapped to a criterion, the exact place is given."""
    maps = [entry for one in look.part.evidence for entry in one.maps]
    if not maps:
        return not_applicable("no evidence is mapped to a criterion")
    return quiet(look, ["unlocated-evidence"], f"{counted(len(maps), 'place')}, all given", maps)


@check(Stage.REVIEW, "evidence")
def evidence_files_in_place(look: Look) -> Answer:
    """Every file that evidence names is there."""
    filed = [one for one in look.part.evidence if one.file is not None]
    if not filed:
        return not_applicable("no evidence names a file")
    if look.evidence_files is None:
        return unknown(f"nobody has looked for the {counted(len(filed), 'file')}", filed)
    return quiet(look, ["evidence-file-missing"], f"{counted(len(filed), 'piece')} of evidence, all found", filed)


@check(Stage.REVIEW, "evidence")
def evidence_authenticated(look: Look) -> Answer:
    """Somebody vouches for every piece of evidence, and the record says how."""
    evidence = look.part.evidence
    if not evidence:
        return not_applicable(NO_EVIDENCE)
    said = f"{counted(len(evidence), 'piece')} of evidence, all vouched for"
    return quiet(look, ["unauthenticated-evidence"], said, evidence)


@check(Stage.REVIEW, "evidence", "testimonies")
def claims_beyond_testimony(look: Look) -> Answer:
    """Nothing rests on testimony alone: no criterion, no objective and no benefit."""
    spoken = [*look.part.testimonies, *(one for one in look.part.evidence if one.type == TESTIMONY)]
    if not spoken:
        return not_applicable("no testimony is recorded")
    return quiet(look, ["testimony-only"], "all that witnesses confirm is shown by something else too", spoken)


@check(Stage.REVIEW, "judgements")
def judgements_complete(look: Look) -> Answer:
    """Every judgement names the assessor and the day, settles the five tests of evidence and comes to a decision."""
    judgements = look.part.judgements
    if not judgements:
        return not_applicable(NO_JUDGEMENT)
    return quiet(look, ["judgement-incomplete"], f"{counted(len(judgements), 'judgement')}, all complete", judgements)


@check(Stage.REVIEW, "judgements", "samples")
def judgements_sampled(look: Look) -> Answer:
    """Internal quality assurance has sampled the judgements, by somebody who did not make them."""
    if not look.part.judgements:
        return not_applicable(NO_JUDGEMENT)
    seen = sampled(look)
    chosen = sum(one.id in seen for one in look.part.judgements)
    said = f"{chosen} of {counted(len(look.part.judgements), 'judgement')} sampled"
    if not chosen:
        todo = "Have somebody who did not assess take a sample, and record it under `samples` with its day"
        return unmet(said, todo, [(look.part, "samples")], 3)
    return quiet(look, ["sampler-is-assessor", "sample-gap"], said, look.part.samples)


@check(Stage.REVIEW, "reviews")
def verdicts_on_both_halves(look: Look) -> Answer:
    """Every verdict of a review rests on figures and on what people say."""
    found = [entry for _, entry in verdicts(look) if entry.verdict not in (None, "not-due")]
    if not found:
        return not_applicable("no review has come to a verdict")
    return quiet(look, ["half-verdict"], f"{counted(len(found), 'verdict')}, all on both halves", found)
