# A failure that the client is told about, as the contract words it.
class ApiError < StandardError
  STATUS = { bad_request: 400, unknown_key: 401, not_found: 404, too_many_requests: 429 }.freeze

  attr_reader :code, :headers

  def initialize(code, message, headers = {})
    super(message)
    @code = code
    @headers = headers
  end

  def status = STATUS.fetch(code)
  def to_h = { error: { code:, message: } }
end
