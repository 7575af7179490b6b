require 'json'

run(lambda do |_env|
  'x' * 1_000_000_000
  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 0)]]
end)
