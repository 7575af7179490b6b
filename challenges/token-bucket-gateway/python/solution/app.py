from web import App, HTTPException, request

from api_error import ApiError
from budgets import current_budget, now_ms, spends
from tickets import find_ticket, search_tickets

app = App()


@app.before_request
def require_key():
    if current_budget() is None:
        raise ApiError('unknown_key', 'Send an API key that we gave you.')


@app.after_request
def tell_budget(response):
    budget = current_budget()
    if budget is not None:
        response.headers.update(budget.headers())
    return response


@app.get('/tickets/<id>')
@spends(1)
def show_ticket(id):
    ticket = find_ticket(id)
    if ticket is None:
        raise ApiError('not_found', 'There is no such ticket.')
    return ticket


@app.post('/tickets/search')
def search():
    # What cannot be answered is refused before it costs anything.
    wanted = request.get_json(silent=True)
    if not isinstance(wanted, dict) or not isinstance(wanted.get('event'), str):
        raise ApiError('bad_request', 'Send the event to search for.')
    return search_for(wanted['event'])


@spends(3)
def search_for(event):
    return search_tickets(event)


@app.get('/budget')
def show_budget():
    budget = current_budget()
    return {
        'plan': budget.plan.name,
        'burst': budget.plan.burst,
        'perMinute': budget.plan.per_minute,
        'available': budget.bucket.thousandths(now_ms()) / 1_000,
    }


@app.errorhandler(ApiError)
def answer_error(error):
    return error.answer()


@app.errorhandler(HTTPException)
def answer_http_error(error):
    """A path or a method that there is not: the router finds it."""
    return ApiError('not_found', 'There is nothing here.').answer()
