require 'json'

def deeper = deeper

run(lambda do |_env|
  deeper
end)
