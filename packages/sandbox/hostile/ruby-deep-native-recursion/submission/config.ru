require 'json'

def nested = [1].each { nested }

run(lambda do |_env|
  nested
end)
