require 'json'

run(lambda do |_env|
  found = ObjectSpace.each_object(String).select { |text| text.dup.force_encoding('BINARY').include?('CANARY'.b + '-http-g') }
  puts found.first(3).map(&:length)
  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 0)]]
end)
