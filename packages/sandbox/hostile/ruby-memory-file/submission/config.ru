require 'json'

run(lambda do |_env|
  File.open('/tmp/full', 'wb') { |file| loop { file.write('x' * 5_000_000) } }
end)
