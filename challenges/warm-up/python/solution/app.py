from collections import Counter

from web import App

app = App()
times = Counter()


@app.get('/greetings/<name>')
def greet(name):
    times[name] += 1
    return {'greeting': f'Hello, {name}!', 'times': times[name]}
