require 'json'

run(lambda do |_env|
  [200, {}, Enumerator.new { |parts| loop { parts << 'x' * 1_000_000 } }]
end)
