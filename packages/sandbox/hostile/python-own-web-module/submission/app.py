from web import answer

app = answer
