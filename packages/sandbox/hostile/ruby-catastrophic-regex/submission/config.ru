require 'json'

run(lambda do |_env|
  ('a' * 40 + '!').match?(/\A(a|a|\1?)*+(?:(a+)+)+\z(?!\2)/)
  ('a' * 34).match?(/^(?:(a+)+\1?)+b/)
  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 0)]]
end)
