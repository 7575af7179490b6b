require 'json'

class App
  def call(env)
    case env.values_at('REQUEST_METHOD', 'PATH_INFO')
    in ['GET', %r{\A/greetings/([^/]+)\z}]
      json(200, greeting: 'Hello, you!', times: 1)
    else
      json(404, error: 'There is nothing here.')
    end
  end

  private

  def json(status, body)
    [status, { 'content-type' => 'application/json' }, [JSON.generate(body)]]
  end
end
