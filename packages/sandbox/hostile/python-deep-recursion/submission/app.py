import sys

from web import App, request

app = App()

sys.setrecursionlimit(10**9)

class Deep:
    def __eq__(self, other):
        return self == other


@app.post('/add')
def add():
    return {'sum': Deep() == Deep()}
