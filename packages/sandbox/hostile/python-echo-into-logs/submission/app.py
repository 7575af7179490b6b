from web import App, request

app = App()


@app.post('/add')
def add():
    print(request.get_data(as_text=True))
    raise ValueError(request.get_data(as_text=True))
