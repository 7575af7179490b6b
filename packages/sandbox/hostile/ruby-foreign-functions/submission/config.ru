require 'json'

run(lambda do |_env|
  require 'fiddle'
  Fiddle::Pointer[0][0, 1_000_000] = 'x' * 1_000_000
  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 0)]]
end)
