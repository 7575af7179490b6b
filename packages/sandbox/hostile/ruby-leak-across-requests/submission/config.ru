require 'json'

run(lambda do |_env|
  ($kept ||= []) << _env['rack.input'].read
  [200, {}, [$kept.join]]
end)
