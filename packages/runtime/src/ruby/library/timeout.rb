# frozen_string_literal: true

# Timeout on the virtual clock: Ruby's own needs a thread. What waits within it comes back in time; what computes does not
# wait, and its limit is the CPU's.
module Timeout
  class ExitException < Exception; end # rubocop:disable Lint/InheritException

  class Error < RuntimeError; end

  def timeout(seconds, klass = nil, message = nil)
    return yield(seconds) if seconds.nil? || seconds.zero?

    deadline = {
      at: Assay.monotonic + seconds,
      raise: -> { raise klass || Error, message || 'execution expired' },
    }
    Assay.deadlines.push(deadline)
    begin
      yield seconds
    ensure
      Assay.deadlines.delete_if { |other| other.equal?(deadline) }
    end
  end
  module_function :timeout
  public :timeout
end
