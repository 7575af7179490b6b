from web import App, request

app = App()

kept = []

@app.post('/add')
def add():
    kept.append(bytearray(30_000_000))
    return {'sum': 7, 'note': request.json.get('note')}
