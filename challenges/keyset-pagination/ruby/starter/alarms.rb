require 'time'

module Alarms
  # The list as it is today: see the statement for what is wrong with it.
  def self.list(database, station:, sort:, limit:, offset:)
    first = sort == 'severity' ? 'severity DESC, ' : ''
    rows = database.exec_params(<<~SQL, [station, limit, offset])
      SELECT id, station, severity, message, raised_at
      FROM alarms
      WHERE $1::text IS NULL OR station = $1
      ORDER BY #{first}raised_at DESC
      LIMIT $2 OFFSET $3
    SQL
    alarms = rows.map do |row|
      row.except('raised_at').merge('raisedAt' => row['raised_at'].utc.iso8601(3))
    end
    { alarms:, next: (offset + limit).to_s, previous: nil }
  end
end
