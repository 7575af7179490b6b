require 'json'
require_relative 'alarm_order'

# A cursor is of use for the very same list only, so it says which one that is.
module Cursor
  def self.encode(sort, station, position)
    [JSON.generate([sort, station, position])].pack('m0').tr('+/', '-_').delete('=')
  end

  # The position in a cursor of this list, or nil when it is none.
  def self.decode(sort, station, cursor)
    padded = cursor.tr('-_', '+/').ljust((cursor.length + 3) / 4 * 4, '=')
    case JSON.parse(padded.unpack1('m0').force_encoding(Encoding::UTF_8))
    in [^sort, ^station, position] then AlarmOrder.parse_position(sort, position)
    else nil
    end
  rescue ArgumentError, EncodingError, JSON::ParserError
    nil
  end
end
