from web import App

app = App()


@app.get('/greetings/<name>')
def greet(name):
    return {'greeting': 'Hello, you!', 'times': 1}
