import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    name: str
    #: How many tokens the bucket holds.
    burst: int
    #: How many tokens flow in each minute.
    per_minute: int


_plans = {
    'office': Plan('box-office', burst=20, per_minute=60),
    'partner': Plan('partner', burst=10, per_minute=30),
    'trial': Plan('trial', burst=3, per_minute=6),
}


def plan_of(api_key: str) -> Plan | None:
    """The plan of an API key, as `office-12`; None for a key that we did not give out."""
    match = re.fullmatch(r'(office|partner|trial)-[0-9]{1,4}', api_key)
    return _plans[match[1]] if match else None
