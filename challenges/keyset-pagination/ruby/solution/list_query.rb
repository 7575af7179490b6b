require 'uri'
require_relative 'alarm_order'
require_relative 'cursor'

# A parameter that makes no sense.
class Refused < StandardError
  attr_reader :parameter

  def initialize(parameter, message)
    super(message)
    @parameter = parameter
  end
end

# `direction` says where the page lies: 'after' or 'before' its position; without one, it is the first.
ListQuery = Data.define(:sort, :station, :limit, :direction, :position) do
  # Raises Refused, which names the first parameter that is wrong.
  def self.parse(query_string)
    given = single_values(query_string)
    station, sort = given.values_at('station', 'sort')
    raise Refused.new('station', 'A station has a name.') if station == ''

    sort ||= 'newest'
    unless AlarmOrder::COLUMNS.key?(sort)
      raise Refused.new('sort', "There are #{AlarmOrder::COLUMNS.keys.join(', ')}.")
    end

    limit = parse_limit(given['limit'])
    direction, position = parse_place(sort, station, given.slice('after', 'before'))
    new(sort:, station:, limit:, direction:, position:)
  end

  def self.single_values(query_string)
    pairs = URI.decode_www_form(query_string).select { |name, _| %w[station sort limit after before].include?(name) }
    pairs.group_by(&:first).to_h do |name, values|
      raise Refused.new(name, 'Give it once.') if values.length > 1

      [name, values.first.last]
    end
  end

  def self.parse_limit(text)
    return 25 if text.nil?
    return text.to_i if text.match?(/\A[0-9]{1,3}\z/) && text.to_i.between?(1, 100)

    raise Refused.new('limit', 'This is not a whole number from 1 to 100.')
  end

  def self.parse_place(sort, station, cursors)
    return ['after', nil] if cursors.empty?
    raise Refused.new('before', 'Give either after or before.') if cursors.length == 2

    direction, cursor = cursors.first
    position = Cursor.decode(sort, station, cursor)
    raise Refused.new(direction, 'This is not a cursor of this list.') unless position

    [direction, position]
  end

  private_class_method :single_values, :parse_limit, :parse_place
end
