from web import App, request

app = App()


@app.post('/add')
def add():
    return {'sum': sum(range(10**13))}
