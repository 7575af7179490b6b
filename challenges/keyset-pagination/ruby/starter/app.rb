require 'json'
require 'rack'
require_relative 'alarms'
require_relative 'database'

class App
  def call(env)
    request = Rack::Request.new(env)
    return json(404, error: 'There is nothing here.') unless request.get? && request.path_info == '/alarms'

    params = request.params
    json(200, Alarms.list(DATABASE, station: params['station'], sort: params.fetch('sort', 'newest'),
                                    limit: params.fetch('limit', 25).to_i, offset: params['after'].to_i))
  end

  private

  def json(status, body)
    [status, { 'content-type' => 'application/json' }, [JSON.generate(body)]]
  end
end
