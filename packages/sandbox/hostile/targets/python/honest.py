from web import App, request

app = App()


@app.post('/add')
def add():
    numbers = request.json['numbers']
    if not all(isinstance(number, int) for number in numbers):
        return 'Each must be a number.', 400
    return {'sum': sum(numbers), 'note': request.json.get('note')}
