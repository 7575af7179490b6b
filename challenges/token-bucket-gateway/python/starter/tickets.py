"""The ticket service. It belongs to another team: call it, do not change it."""

_tickets = [
    {'id': 't-1', 'event': 'Harbour Nights', 'seat': 'A12'},
    {'id': 't-2', 'event': 'Harbour Nights', 'seat': 'A13'},
    {'id': 't-3', 'event': 'String Quartet', 'seat': 'F1'},
]


def find_ticket(id: str) -> dict | None:
    print(f'tickets: find {id}')
    return next((ticket for ticket in _tickets if ticket['id'] == id), None)


def search_tickets(event: str) -> list[dict]:
    print(f'tickets: search {event}')
    return [ticket for ticket in _tickets if ticket['event'] == event]
