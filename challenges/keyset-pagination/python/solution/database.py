import os

import psycopg

connection = psycopg.connect(os.environ['DATABASE_URL'], autocommit=True)
