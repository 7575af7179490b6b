from web import App, request

app = App()


@app.post('/add')
def add():
    raise ValueError('x' * 100_000_000)
