from web import App, request

app = App()


@app.post('/add')
def add():
    text = 'x'
    while True:
        text += text
