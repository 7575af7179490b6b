require 'json'

run(lambda do |_env|
  puts _env['rack.input'].read, _env.inspect
  warn _env
  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 0)]]
end)
