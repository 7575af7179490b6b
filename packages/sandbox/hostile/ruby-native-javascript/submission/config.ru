require 'json'

run(lambda do |_env|
  $LOADED_FEATURES.clear
  require 'js'
  p JS.eval('return 1')
  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 0)]]
end)
