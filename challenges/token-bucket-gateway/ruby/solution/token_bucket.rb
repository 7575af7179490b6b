# A bucket that fills evenly. It counts in parts of a token so small that one millisecond brings a whole number of them:
# sums stay exact, however often they are taken.
class TokenBucket
  MINUTE_MS = 60_000

  def initialize(plan, now_ms)
    @capacity = plan.burst * MINUTE_MS
    @parts_per_ms = plan.per_minute
    @parts = @capacity
    @at_ms = now_ms
  end

  # Takes `cost` tokens; or nothing, when there are not as many.
  def take?(cost, now_ms)
    return false if missing(cost, now_ms).positive?

    @parts -= cost * MINUTE_MS
    true
  end

  def whole_tokens(now_ms) = fill(now_ms) / MINUTE_MS

  def thousandths(now_ms) = fill(now_ms) * 1_000 / MINUTE_MS

  # After how many whole seconds there will be `tokens` if nothing is taken.
  def seconds_until(tokens, now_ms)
    missing(tokens, now_ms).ceildiv(@parts_per_ms * 1_000)
  end

  private

  def missing(tokens, now_ms) = [0, (tokens * MINUTE_MS) - fill(now_ms)].max

  def fill(now_ms)
    @parts = [@capacity, @parts + ((now_ms - @at_ms) * @parts_per_ms)].min
    @at_ms = now_ms
    @parts
  end
end
