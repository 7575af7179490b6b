from math import ceil

from api_keys import Plan

MINUTE_MS = 60_000


class TokenBucket:
    """
    A bucket that fills evenly. It counts in parts of a token so small that one millisecond brings a whole number of
    them: sums stay exact, however often they are taken.
    """

    def __init__(self, plan: Plan, now_ms: int):
        self._capacity = plan.burst * MINUTE_MS
        self._parts_per_ms = plan.per_minute
        self._parts = self._capacity
        self._at_ms = now_ms

    def take(self, cost: int, now_ms: int) -> bool:
        """Takes `cost` tokens; or nothing, when there are not as many."""
        if self._missing(cost, now_ms) > 0:
            return False
        self._parts -= cost * MINUTE_MS
        return True

    def whole_tokens(self, now_ms: int) -> int:
        return self._fill(now_ms) // MINUTE_MS

    def thousandths(self, now_ms: int) -> int:
        return self._fill(now_ms) * 1_000 // MINUTE_MS

    def seconds_until(self, tokens: int, now_ms: int) -> int:
        """After how many whole seconds there will be `tokens` if nothing is taken."""
        return ceil(self._missing(tokens, now_ms) / self._parts_per_ms / 1_000)

    def _missing(self, tokens: int, now_ms: int) -> int:
        return max(0, tokens * MINUTE_MS - self._fill(now_ms))

    def _fill(self, now_ms: int) -> int:
        self._parts = min(self._capacity, self._parts + (now_ms - self._at_ms) * self._parts_per_ms)
        self._at_ms = now_ms
        return self._parts
