from web import App, request

app = App()


@app.post('/add')
def add():
    print('x' * 20_000_000)
    return {}
