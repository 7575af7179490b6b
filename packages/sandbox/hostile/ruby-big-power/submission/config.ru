require 'json'

run(lambda do |_env|
  (7**9_000_000).to_s.length
  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 0)]]
end)
