# frozen_string_literal: true

# A subset of the pg gem over the run's PostgreSQL. What is not here is not there: a method that is missing says so.
require 'date'
require 'json'
require 'time'
require 'uri'

module PG
  module Constants
    PQTRANS_IDLE = 0
    PQTRANS_INTRANS = 2
    PQTRANS_INERROR = 3
    PQTRANS_UNKNOWN = 4
    PG_DIAG_SEVERITY = 'S'
    PG_DIAG_SQLSTATE = 'C'
    PG_DIAG_MESSAGE_PRIMARY = 'M'
    PG_DIAG_MESSAGE_DETAIL = 'D'
    PG_DIAG_MESSAGE_HINT = 'H'
    PG_DIAG_SCHEMA_NAME = 's'
    PG_DIAG_TABLE_NAME = 't'
    PG_DIAG_COLUMN_NAME = 'c'
    PG_DIAG_DATATYPE_NAME = 'd'
    PG_DIAG_CONSTRAINT_NAME = 'n'
  end
  include Constants

  # What PostgreSQL answered; `result.error_field` has its fields.
  class Error < StandardError
    attr_reader :connection, :result

    def initialize(message = nil, connection: nil, result: nil)
      super(message)
      @connection = connection
      @result = result
    end

    def sql_state = result&.error_field(Result::PG_DIAG_SQLSTATE)
  end

  class ServerError < Error; end
  class ConnectionBad < Error; end
  class UnableToSend < Error; end
  class NotInBlockingMode < Error; end

  # The class of an error by its code, or by the code's first two characters.
  ERRORS = Hash.new { |errors, code| code.length > 2 ? errors[code[0, 2]] : ServerError }

  { '08' => :ConnectionException, '0A' => :FeatureNotSupported, '22' => :DataException,
    '23' => :IntegrityConstraintViolation, '25' => :InvalidTransactionState, '26' => :InvalidSqlStatementName,
    '40' => :TransactionRollback, '42' => :SyntaxErrorOrAccessRuleViolation, '53' => :InsufficientResources,
    '55' => :ObjectNotInPrerequisiteState, '57' => :OperatorIntervention, '58' => :SystemError,
    '22P02' => :InvalidTextRepresentation, '22001' => :StringDataRightTruncation,
    '22003' => :NumericValueOutOfRange, '22007' => :InvalidDatetimeFormat,
    '22012' => :DivisionByZero, '23502' => :NotNullViolation, '23503' => :ForeignKeyViolation, '23505' => :UniqueViolation,
    '23514' => :CheckViolation, '23P01' => :ExclusionViolation, '25P02' => :InFailedSqlTransaction,
    '40001' => :TRSerializationFailure, '40P01' => :TRDeadlockDetected, '42601' => :SyntaxError,
    '42703' => :UndefinedColumn, '42P01' => :UndefinedTable, '55P03' => :LockNotAvailable,
    '57014' => :QueryCanceled }.each do |code, name|
    ERRORS[code] = const_set(name, Class.new(code.length == 2 ? ServerError : ERRORS[code[0, 2]]))
  end

  def self.connect(*arguments, **options) = Connection.new(*arguments, **options)

  # Values in PostgreSQL's text format, as Ruby's.
  module TextDecoder
    ARRAYS = {
      1000 => 16, 1005 => 21, 1007 => 23, 1016 => 20, 1009 => 25, 1015 => 25, 1021 => 700, 1022 => 701, 1231 => 1700,
      2951 => 25
    }.freeze

    module_function

    def decode(text, oid)
      case oid
      when 16 then text == 't'
      when 17 then [text[2..]].pack('H*')
      when 20, 21, 23, 26 then text.to_i
      when 700, 701 then float(text)
      when 114, 3802 then JSON.parse(text)
      when 1082 then Date.iso8601(text)
      when 1114 then Time.parse("#{text} UTC")
      when 1184 then Time.parse(text)
      when *ARRAYS.keys then array(text, ARRAYS[oid])
      else text
      end
    end

    def float(text)
      { 'NaN' => Float::NAN, 'Infinity' => Float::INFINITY, '-Infinity' => -Float::INFINITY }.fetch(text) { text.to_f }
    end

    def array(text, oid)
      raise FeatureNotSupported, 'arrays of arrays are not supported' if text.start_with?('{{')

      text[1..-2].scan(/"((?:[^"\\]|\\.)*)"|([^,]+)/m).map do |quoted, plain|
        next decode(quoted.gsub(/\\(.)/m, '\1'), oid) if quoted

        plain == 'NULL' ? nil : decode(plain, oid)
      end
    end
  end

  # Ruby's values in PostgreSQL's text format; nil is NULL.
  module TextEncoder
    module_function

    def encode(value)
      case value
      when nil then nil
      when true then 't'
      when false then 'f'
      when Time then value.iso8601(6)
      when DateTime then value.iso8601(6)
      when ::Array then "{#{value.map { |item| encode_item(item) }.join(',')}}"
      when Hash then JSON.generate(value)
      when String then value.encoding == Encoding::BINARY && !value.ascii_only? ? "\\x#{value.unpack1('H*')}" : value
      else value.to_s
      end
    end

    def encode_item(item)
      return 'NULL' if item.nil?
      return encode(item) if item.is_a?(::Array)

      "\"#{encode(item).gsub(/[\\"]/) { |mark| "\\#{mark}" }}\""
    end
  end

  # Results as texts, as the gem gives them unless it is told otherwise.
  class TypeMapAllStrings
    def decode(text, _oid) = text
  end

  # Results as integers, floats, booleans, times, lists and what JSON has; numeric stays a text, which loses nothing.
  class BasicTypeMapForResults
    def initialize(_connection = nil); end
    def decode(text, oid) = TextDecoder.decode(text, oid)
  end

  # Parameters are always encoded by their class.
  class BasicTypeMapForQueries
    def initialize(_connection = nil); end
  end

  class Result
    include Enumerable
    include Constants

    attr_reader :fields, :cmd_status
    attr_accessor :type_map

    def initialize(type_map)
      @type_map = type_map
      @fields = []
      @types = []
      @rows = []
      @cmd_status = ''
      @diagnostics = {}
    end

    def each
      return enum_for(:each) { ntuples } unless block_given?

      ntuples.times { |index| yield self[index] }
      self
    end

    def [](index)
      raise IndexError, "Index #{index} is out of range" unless (0...ntuples).cover?(index)

      fields.zip(row(index)).to_h
    end

    def values = Array.new(ntuples) { |index| row(index) }
    def each_row(&) = values.each(&)
    def getvalue(index, field) = row(index).fetch(field)
    def getisnull(index, field) = @rows.fetch(index).fetch(field).nil?
    def column_values(field) = values.map { |row| row.fetch(field) }
    def field_values(name) = column_values(fnumber(name))
    def fnumber(name) = fields.index(name.to_s) || raise(ArgumentError, "Unknown field: #{name}")
    def fname(field) = fields.fetch(field)
    def ftype(field) = @types.fetch(field)
    def ntuples = @rows.length
    alias num_tuples ntuples
    def nfields = fields.length
    alias num_fields nfields
    def cmd_tuples = cmd_status[/(\d+)\z/, 1].to_i
    alias cmdtuples cmd_tuples
    def error_field(field) = @diagnostics[field]
    def error_message = @diagnostics['M'].to_s
    def clear = nil
    def check = self

    def map_types!(type_map)
      self.type_map = type_map
      self
    end

    # @!visibility private
    def fail_with(diagnostics)
      @diagnostics = diagnostics
      self
    end

    # @!visibility private
    def describe(body)
      @rows = []
      @fields = []
      @types = []
      position = 2
      body.unpack1('n').times do
        ending = body.index("\0", position)
        @fields << body[position...ending].force_encoding(Encoding::UTF_8)
        @types << body[ending + 7, 4].unpack1('N')
        position = ending + 19
      end
    end

    # @!visibility private
    def add(body)
      position = 2
      @rows << Array.new(@fields.length) do
        length = body[position, 4].unpack1('l>')
        position += 4
        next if length.negative?

        position += length
        body[position - length, length].force_encoding(Encoding::UTF_8)
      end
    end

    # @!visibility private
    def complete(tag)
      @cmd_status = tag
    end

    private

    def row(index)
      @rows.fetch(index).zip(@types).map { |text, oid| text && type_map.decode(text, oid) }
    end
  end

  class Connection
    attr_accessor :type_map_for_results, :type_map_for_queries

    # `PG.connect(ENV.fetch('DATABASE_URL'))`, or with host, port, user and dbname by name.
    def self.open(...) = new(...)

    def self.quote_ident(name) = "\"#{name.to_s.gsub('"', '""')}\""
    def self.escape_string(text) = text.gsub("'", "''")

    def initialize(url = nil, **options)
      parts = url ? parts_of(url) : options
      @type_map_for_results = TypeMapAllStrings.new
      host, port = parts.fetch(:host, 'localhost'), Integer(parts.fetch(:port, 5432))
      begin
        @wire = Assay::Connection.new(port)
      rescue SystemCallError
        raise ConnectionBad, "connection to server at \"#{host}\", port #{port} failed: Connection refused"
      end
      greet(parts.fetch(:user, 'assay'), parts[:dbname] || 'assay')
      return unless block_given?

      begin
        yield self
      ensure
        close unless finished?
      end
    end

    # Several statements are possible, without parameters; the last one's rows remain.
    def exec(sql, params = nil, &)
      return exec_params(sql, params, &) if params

      give(request(message('Q', "#{sql.b}\0")), &)
    end
    alias query exec
    alias async_exec exec
    alias async_query exec

    def exec_params(sql, params = [], _result_format = 0, _type_map = nil, &)
      give(request(message('P', "\0#{sql.b}\0\0\0".b) + bound('', params)), &)
    end
    alias async_exec_params exec_params

    def prepare(name, sql, _param_types = nil)
      request(message('P', "#{name}\0#{sql}\0\0\0".b) + message('S'))
    end

    def exec_prepared(name, params = [], _result_format = 0, _type_map = nil, &)
      give(request(bound(name, params)), &)
    end

    # A transaction, which what the block raises rolls back.
    def transaction
      exec('BEGIN')
      begin
        result = yield self
      rescue Assay::Abandoned
        raise
      rescue Exception # rubocop:disable Lint/RescueException
        exec('ROLLBACK') unless finished?
        raise
      end
      exec('COMMIT')
      result
    end

    def transaction_status
      { 'I' => PQTRANS_IDLE, 'T' => PQTRANS_INTRANS, 'E' => PQTRANS_INERROR }.fetch(@status, PQTRANS_UNKNOWN)
    end

    def escape_string(text) = self.class.escape_string(text)
    alias escape escape_string
    def escape_literal(text) = "'#{escape_string(text)}'"
    def escape_identifier(name) = self.class.quote_ident(name)
    def quote_ident(name) = self.class.quote_ident(name)

    def finished? = @wire.nil?

    def close
      live.write(message('X'))
      @wire.close
      @wire = nil
    end
    alias finish close

    private

    def parts_of(url)
      uri = URI.parse(url)
      unless %w[postgres postgresql].include?(uri.scheme)
        raise ConnectionBad, 'the connection is described by a URL that begins with postgres://'
      end

      { host: uri.host, port: uri.port || 5432, user: uri.user || 'assay', dbname: uri.path.delete_prefix('/') }
    rescue URI::InvalidURIError => e
      raise ConnectionBad, e.message
    end

    def greet(user, database)
      settings = { user:, database:, client_encoding: 'UTF8', DateStyle: 'ISO', TimeZone: 'UTC' }
      body = [196_608].pack('N') + "#{settings.flatten.join("\0")}\0\0".b
      @wire.write([body.bytesize + 4].pack('N') + body)
      answer
    end

    def message(kind, body = ''.b) = kind.b + [body.bytesize + 4].pack('N') + body

    # Binds values to a statement, asks what its rows are, and runs it.
    def bound(statement, params)
      values = params.map do |param|
        param = param[:value] if param.is_a?(Hash) && param.key?(:value)
        text = TextEncoder.encode(param)
        text.nil? ? [-1].pack('l>') : [text.bytesize].pack('N') + text.b
      end
      message('B', "\0#{statement}\0\0\0".b + [params.length].pack('n') + values.join.b + "\0\0".b) +
        message('D', "P\0".b) + message('E', "\0\0\0\0\0".b) + message('S')
    end

    def live = @wire || raise(ConnectionBad, 'connection is closed')

    def request(bytes)
      live.write(bytes)
      answer
    end

    def give(result)
      return result unless block_given?

      yield result
    end

    # Reads up to the server being ready. Raises what it complained of.
    def answer
      result = Result.new(type_map_for_results)
      diagnostics = nil
      loop do
        kind, body = read_message(diagnostics)
        case kind
        when 'Z' then @status = body
        when 'E' then diagnostics ||= diagnostics_of(body)
        when 'T' then result.describe(body)
        when 'D' then result.add(body)
        when 'C' then result.complete(body.chop)
        when 'R' then raise ConnectionBad, 'only trust authentication is supported' unless body == "\0\0\0\0".b
        end
        break if kind == 'Z'
      end
      diagnostics ? fail_with(diagnostics) : result
    end

    def read_message(diagnostics)
      kind, length = @wire.read(5).unpack('aN')
      [kind, @wire.read(length - 4)]
    rescue Errno::ECONNRESET
      @wire = nil
      fail_with(diagnostics) if diagnostics
      raise UnableToSend.new('server closed the connection unexpectedly', connection: self)
    end

    def diagnostics_of(body)
      body.force_encoding(Encoding::UTF_8).split("\0").reject(&:empty?).to_h { |part| [part[0], part[1..]] }
    end

    def fail_with(diagnostics)
      detail = diagnostics['D'] ? "\nDETAIL:  #{diagnostics['D']}" : ''
      text = "#{diagnostics['S']}:  #{diagnostics['M']}#{detail}\n"
      result = Result.new(type_map_for_results).fail_with(diagnostics)
      raise ERRORS[diagnostics['C'].to_s].new(text, connection: self, result:)
    end
  end
end
