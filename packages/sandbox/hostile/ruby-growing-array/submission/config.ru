require 'json'

run(lambda do |_env|
  kept = []
  loop { kept << ('x' * 100_000) }
end)
