require 'json'

class << Assay
  def respond(exchange, *)
    host('respond', exchange, JSON.generate({ status: 200, headers: [], body: '{"sum":7,"note":"CANARY-http-valu"}' }))
  end
end

run(lambda do |_env|
  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 0)]]
end)
