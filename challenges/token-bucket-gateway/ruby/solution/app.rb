require 'json'
require 'rack'
require_relative 'api_error'
require_relative 'budget'
require_relative 'plan'
require_relative 'tickets'

class App
  def initialize
    # Of each key that was seen. Keys that nobody gave out leave no trace.
    @budgets = {}
  end

  def call(env)
    request = Rack::Request.new(env)
    budget = budget_of(request.get_header('HTTP_X_API_KEY'))
    status, headers, body = answer(request, budget)
    # Told last, so that it is the budget after this request.
    headers = { 'content-type' => 'application/json', **headers, **(budget ? budget.headers : {}) }
    [status, headers, [JSON.generate(body)]]
  end

  private

  def budget_of(api_key)
    plan = Plan.of(api_key)
    plan && (@budgets[api_key] ||= Budget.new(plan))
  end

  def answer(request, budget)
    raise ApiError.new(:unknown_key, 'Send an API key that we gave you.') unless budget

    [200, {}, route(request, budget)]
  rescue ApiError => e
    [e.status, e.headers, e.to_h]
  end

  def route(request, budget)
    case [request.request_method, request.path_info]
    in ['POST', '/tickets/search'] then search(request, budget)
    in ['GET', %r{\A/tickets/([^/]+)\z}] then show_ticket(Regexp.last_match(1), budget)
    in ['GET', '/budget'] then budget.to_h
    else raise ApiError.new(:not_found, 'There is nothing here.')
    end
  end

  def show_ticket(id, budget)
    budget.spend(1)
    Tickets.find(id) || raise(ApiError.new(:not_found, 'There is no such ticket.'))
  end

  # What cannot be answered is refused before it costs anything.
  def search(request, budget)
    event = event_of(request)
    budget.spend(3)
    Tickets.search(event)
  end

  def event_of(request)
    case JSON.parse(request.body.read, symbolize_names: true)
    in { event: String => event } then event
    else raise ApiError.new(:bad_request, 'Send the event to search for.')
    end
  rescue JSON::ParserError
    raise ApiError.new(:bad_request, 'Send the event to search for.')
  end
end
