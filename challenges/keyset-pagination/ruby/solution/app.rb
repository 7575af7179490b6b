require 'json'
require 'rack'
require_relative 'alarms'
require_relative 'database'
require_relative 'list_query'

class App
  def initialize
    @alarms = Alarms.new(DATABASE)
  end

  def call(env)
    request = Rack::Request.new(env)
    return json(404, error: 'There is nothing here.') unless request.get? && request.path_info == '/alarms'

    json(200, @alarms.list(ListQuery.parse(request.query_string)))
  rescue Refused => e
    json(400, error: { parameter: e.parameter, message: e.message })
  end

  private

  def json(status, body)
    [status, { 'content-type' => 'application/json' }, [JSON.generate(body)]]
  end
end
