require 'json'

run(lambda do |_env|
  loop { sleep 0 }
end)
