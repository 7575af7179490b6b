require 'json'

run(lambda do |_env|
  (1..50).each { |exchange| Assay.host('respond', exchange, '{"status":200,"headers":[],"body":"{}"}') }
  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 0)]]
end)
