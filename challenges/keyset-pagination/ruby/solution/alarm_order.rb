require 'time'

# What each order sorts by, largest first. The id is last in every one, so that no two alarms are equal. The values of these
# columns for one alarm are a position: a place in the list that nothing can move.
module AlarmOrder
  COLUMNS = { 'newest' => %w[raised_at id], 'severity' => %w[severity raised_at id] }.freeze

  # As PostgreSQL prints it in UTC, with its microseconds.
  EXACT_TIME = /\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z\z/

  CHECKS = {
    'severity' => ->(value) { value.is_a?(Integer) && value.between?(1, 5) },
    'raised_at' => ->(value) { value.is_a?(String) && value.match?(EXACT_TIME) && exact_time?(value) },
    'id' => ->(value) { value.is_a?(Integer) && value.between?(1, (2**31) - 1) },
  }.freeze

  # The position that `values` are in this order, or nil when they are none.
  def self.parse_position(sort, values)
    columns = COLUMNS.fetch(sort)
    return unless values.is_a?(Array) && values.length == columns.length

    values if columns.zip(values).all? { |column, value| CHECKS.fetch(column).call(value) }
  end

  # Whether there is such a time: a 30th of February is none.
  def self.exact_time?(text)
    Time.iso8601(text).iso8601(6) == text
  rescue ArgumentError
    false
  end
end
