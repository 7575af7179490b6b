require 'pg'

DATABASE = PG.connect(ENV.fetch('DATABASE_URL'))
DATABASE.type_map_for_results = PG::BasicTypeMapForResults.new(DATABASE)
