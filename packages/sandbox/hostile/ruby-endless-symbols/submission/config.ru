require 'json'

run(lambda do |_env|
  loop { |_| :"#{rand}#{rand}".to_proc }
end)
