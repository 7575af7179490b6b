"""The budget of each API key, and what its client is told about it."""
import time
from dataclasses import dataclass
from functools import wraps

from web import request

from api_error import ApiError
from api_keys import Plan, plan_of
from token_bucket import TokenBucket


@dataclass(frozen=True)
class Budget:
    plan: Plan
    bucket: TokenBucket

    def headers(self) -> dict[str, int]:
        now = now_ms()
        return {
            'RateLimit-Limit': self.plan.burst,
            'RateLimit-Remaining': self.bucket.whole_tokens(now),
            'RateLimit-Reset': self.bucket.seconds_until(self.plan.burst, now),
        }


#: Of each key that was seen. Keys that nobody gave out leave no trace.
_budgets: dict[str, Budget] = {}


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def current_budget() -> Budget | None:
    """The budget of the client that asks; None for one whose key is unknown."""
    api_key = request.headers.get('X-Api-Key', '')
    if api_key not in _budgets:
        plan = plan_of(api_key)
        if plan is None:
            return None
        _budgets[api_key] = Budget(plan, TokenBucket(plan, now_ms()))
    return _budgets[api_key]


def spends(cost: int):
    """A view that takes `cost` out of the client's bucket, or refuses the request."""

    def decorate(view):
        @wraps(view)
        def spend(*args, **kwargs):
            bucket = current_budget().bucket
            if not bucket.take(cost, now_ms()):
                wait = bucket.seconds_until(cost, now_ms())
                raise ApiError(
                    'too_many_requests',
                    'Your budget is used up. Please come back later.',
                    {'Retry-After': wait},
                )
            return view(*args, **kwargs)

        return spend

    return decorate
