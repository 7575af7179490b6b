require 'json'
require 'rack'

class App
  def initialize
    @times = Hash.new(0)
  end

  def call(env)
    case env.values_at('REQUEST_METHOD', 'PATH_INFO')
    in ['GET', %r{\A/greetings/([^/]+)\z}]
      greet(Rack::Utils.unescape_path(Regexp.last_match(1)))
    else
      json(404, error: 'There is nothing here.')
    end
  end

  private

  def greet(name)
    @times[name] += 1
    json(200, greeting: "Hello, #{name}!", times: @times[name])
  end

  def json(status, body)
    [status, { 'content-type' => 'application/json' }, [JSON.generate(body)]]
  end
end
