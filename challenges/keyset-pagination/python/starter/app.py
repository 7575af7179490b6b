from web import App, request

from alarms import list_alarms
from database import connection

app = App()


@app.get('/alarms')
def show_alarms():
    return list_alarms(
        connection,
        station=request.args.get('station'),
        sort=request.args.get('sort', 'newest'),
        limit=request.args.get('limit', 25, type=int),
        offset=request.args.get('after', 0, type=int),
    )
