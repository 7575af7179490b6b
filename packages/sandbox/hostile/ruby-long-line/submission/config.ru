require 'json'

run(lambda do |_env|
  puts 'x' * 30_000_000
  $stderr.print 'y' * 1_000_000
  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 0)]]
end)
