require 'time'
require_relative 'alarm_order'
require_relative 'cursor'

# Pages of alarms, read from their position on; where in the list that is makes no difference.
class Alarms
  OPPOSITE = { 'after' => 'before', 'before' => 'after' }.freeze

  def initialize(database)
    @database = database
  end

  def list(query)
    # One more than shown tells whether there are more in this direction.
    nearest = read(query, query.direction, query.position, query.limit + 1)
    more = nearest.length > query.limit
    shown = nearest.first(query.limit)
    behind = shown.any? && query.position && behind?(query, shown.first)
    has_next, has_previous = more, behind
    if query.direction == 'before'
      shown.reverse!
      has_next, has_previous = behind, more
    end
    {
      alarms: shown.map { |row| present(row) },
      next: (cursor(query, shown.last) if shown.any? && has_next),
      previous: (cursor(query, shown.first) if shown.any? && has_previous),
    }
  end

  private

  def behind?(query, row)
    read(query, OPPOSITE.fetch(query.direction), position_of(query.sort, row), 1).any?
  end

  # The alarms nearest to `position`, nearest first; without one, from the start of the list.
  def read(query, direction, position, count)
    columns = AlarmOrder::COLUMNS.fetch(query.sort)
    beyond, order = direction == 'after' ? ['<', 'DESC'] : ['>', 'ASC']
    values = []
    place = ->(value) { "$#{values.push(value).length}" }
    conditions = []
    conditions << "station = #{place[query.station]}" if query.station
    conditions << "(#{columns.join(', ')}) #{beyond} (#{position.map(&place).join(', ')})" if position
    where = "WHERE #{conditions.join(' AND ')}" if conditions.any?
    @database.exec_params(<<~SQL, values).to_a
      SELECT id, station, severity, message, raised_at
      FROM alarms #{where}
      ORDER BY #{columns.map { |column| "#{column} #{order}" }.join(', ')}
      LIMIT #{place[count]}
    SQL
  end

  def position_of(sort, row)
    exact = row.merge('raised_at' => row['raised_at'].utc.iso8601(6))
    exact.values_at(*AlarmOrder::COLUMNS.fetch(sort))
  end

  def cursor(query, row)
    Cursor.encode(query.sort, query.station, position_of(query.sort, row))
  end

  def present(row)
    row.except('raised_at').merge('raisedAt' => row['raised_at'].utc.iso8601(3))
  end
end
