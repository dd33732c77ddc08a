"""Takes the values out of a record that an audience may not see."""

from __future__ import annotations

from collections import Counter
from typing import Any, TypeVar

from partnerkit.audience.exceptions import Scopes, item_level, level, scopes
from partnerkit.audience.marks import WITHHELD, marked
from partnerkit.model.audiences import MONEY, Seen, may_see
from partnerkit.model.base import Part
from partnerkit.model.configuration import Audience
from partnerkit.model.fields import is_line
from partnerkit.model.partnership.objectives import Actual, Baseline, Indicator, Target

P = TypeVar("P", bound=Part)

OWN_KEYS = "keys of your own"
_FIGURES = ("baseline", "target", "interim_targets", "actuals")


class Structure:
    """Takes values out, and counts them by what they are in `taken`."""

    def __init__(self, audience: Audience, *, with_sums: bool) -> None:
        """Take the audience, and whether it may see sums of money."""
        self.taken: Counter[str] = Counter()
        self._audience = audience
        self._with_sums = with_sums

    def record(self, part: P) -> P:
        """A record without what the audience may not see."""
        return self._part(part, scopes(part))

    def _part(self, part: P, consents: Scopes) -> P:
        changes: dict[str, Any] = {}
        withheld: list[str] = []
        for name, info in type(part).model_fields.items():
            value = getattr(part, name)
            if value is None or value in ((), {}):
                continue
            who = level(part, name, consents)
            if not self._may_see(who):
                changes[name] = _instead(part, name, value)
                withheld.append(info.alias or name)
                self.taken[who.what] += len(value) if isinstance(value, (tuple, dict)) else 1
            elif (within := self._within(value, consents)) is not value:
                changes[name] = within
                withheld.extend([info.alias or name] if within == () else [])
        self.taken[OWN_KEYS] += len(part.model_extra or {})
        made = marked(part, changes, withheld)
        return self._without_figures(made) if isinstance(made, Indicator) else made

    def _may_see(self, who: Seen | None) -> bool:
        return who is None or may_see(self._audience, who.by)

    def _within(self, value: Any, consents: Scopes) -> Any:
        """A value with what is withheld within it taken out; the value itself if it holds no parts."""
        match value:
            case Part():
                return self._part(value, consents)
            case tuple() if isinstance(value[0], Part):
                return tuple(self._part(item, consents) for item in value if self._keeps(item))
            case dict():
                return {key: self._within(item, consents) for key, item in value.items()}
            case _:
                return value

    def _keeps(self, item: Part) -> bool:
        who = item_level(item)
        if who is None or self._may_see(who):
            return True
        self.taken[who.what] += 1
        return False

    def _without_figures(self, indicator: P) -> P:
        """An indicator that counts money, without its figures."""
        if self._with_sums or not isinstance(indicator, Indicator) or indicator.measure != "currency":
            return indicator
        changes: dict[str, Any] = {}
        for name in _FIGURES:
            value = getattr(indicator, name)
            if isinstance(value, tuple):
                changes[name] = tuple(map(self._in_words, value))
            elif value is not None:
                changes[name] = self._in_words(value)
        return marked(indicator, changes, ())

    def _in_words(self, figure: Baseline | Target | Actual) -> Baseline | Target | Actual:
        if figure.value is None and figure.narrative is None:
            return figure
        self.taken[MONEY] += 1
        changes: dict[str, Any] = {"value": None, "narrative": WITHHELD}
        if isinstance(figure, Target):
            changes["tolerance"] = None
        return marked(figure, changes, ("value", "narrative"))


def _instead(part: Part, name: str, value: Any) -> Any:
    """What stands in the place of a value: a word for a text, else nothing. The keys of a mapping of texts stay."""
    word = is_line(type(part), name)
    match value:
        case tuple():
            return (WITHHELD,) if word else ()
        case dict():
            return dict.fromkeys(value, WITHHELD) if word else {}
        case _:
            return WITHHELD if word else None
