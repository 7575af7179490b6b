require_relative 'api_error'
require_relative 'token_bucket'

# The budget of an API key, and what its client is told about it.
class Budget
  attr_reader :plan

  def self.now_ms = Process.clock_gettime(Process::CLOCK_REALTIME, :millisecond)

  def initialize(plan)
    @plan = plan
    @bucket = TokenBucket.new(plan, Budget.now_ms)
  end

  def spend(cost)
    return if @bucket.take?(cost, Budget.now_ms)

    raise ApiError.new(:too_many_requests, 'Your budget is used up. Please come back later.',
                       'retry-after' => @bucket.seconds_until(cost, Budget.now_ms).to_s)
  end

  def to_h
    available = @bucket.thousandths(Budget.now_ms) / 1_000.0
    { plan: plan.name, burst: plan.burst, perMinute: plan.per_minute, available: }
  end

  def headers
    now = Budget.now_ms
    {
      'ratelimit-limit' => plan.burst.to_s,
      'ratelimit-remaining' => @bucket.whole_tokens(now).to_s,
      'ratelimit-reset' => @bucket.seconds_until(plan.burst, now).to_s,
    }
  end
end
