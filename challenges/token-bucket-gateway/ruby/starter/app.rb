require 'json'
require 'rack'
require_relative 'plan'
require_relative 'tickets'

class App
  def call(env)
    request = Rack::Request.new(env)
    return error(401, 'unknown_key', 'Who are you?') unless Plan.of(request.get_header('HTTP_X_API_KEY'))

    case [request.request_method, request.path_info]
    in ['GET', %r{\A/tickets/([^/]+)\z}] then show_ticket(Regexp.last_match(1))
    in ['POST', '/tickets/search'] then json(200, Tickets.search(JSON.parse(request.body.read)['event']))
    else error(404, 'not_found', 'There is nothing here.')
    end
  end

  private

  def show_ticket(id)
    ticket = Tickets.find(id)
    ticket ? json(200, ticket) : error(404, 'not_found', 'No such ticket.')
  end

  def error(status, code, message) = json(status, { error: { code:, message: } })

  def json(status, body)
    [status, { 'content-type' => 'application/json' }, [JSON.generate(body)]]
  end
end
