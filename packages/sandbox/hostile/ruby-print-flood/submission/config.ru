require 'json'

run(lambda do |_env|
  loop { puts 'x' * 100 }
end)
