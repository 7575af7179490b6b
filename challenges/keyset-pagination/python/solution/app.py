from web import App, request

from alarms import list_alarms
from database import connection
from list_query import Refused, parse_list_query

app = App()


@app.get('/alarms')
def show_alarms():
    return list_alarms(connection, parse_list_query(request.args))


@app.errorhandler(Refused)
def answer_refused(refused):
    return {'error': {'parameter': refused.parameter, 'message': str(refused)}}, 400
