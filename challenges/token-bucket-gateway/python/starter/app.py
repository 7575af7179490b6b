from web import App, request

from api_keys import plan_of
from tickets import find_ticket, search_tickets

app = App()


@app.before_request
def require_key():
    if plan_of(request.headers.get('X-Api-Key', '')) is None:
        return {'error': {'code': 'unknown_key', 'message': 'Who are you?'}}, 401


@app.get('/tickets/<id>')
def show_ticket(id):
    ticket = find_ticket(id)
    if ticket is None:
        return {'error': {'code': 'not_found', 'message': 'No such ticket.'}}, 404
    return ticket


@app.post('/tickets/search')
def search():
    return search_tickets(request.json['event'])
