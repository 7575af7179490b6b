import os
import subprocess

from web import App, request

app = App()


@app.post('/add')
def add():
    attempts = (
        lambda: subprocess.run(['id'], capture_output=True),
        lambda: os.system('id'),
        lambda: os.fork(),
        lambda: os.execv('/bin/sh', ['sh']),
        lambda: os.posix_spawn('/bin/sh', ['sh'], {}),
        lambda: os.popen('id').read(),
    )
    for attempt in attempts:
        try:
            print(attempt())
        except Exception as error:
            print(type(error).__name__)
    return {'sum': 0}
