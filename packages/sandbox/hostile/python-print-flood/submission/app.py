from web import App, request

app = App()


@app.post('/add')
def add():
    while True:
        print('flood')
