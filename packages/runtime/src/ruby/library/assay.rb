# frozen_string_literal: true

# The server between a run's requests and the candidate's Rack application, and what replaces the machine's own.
require 'fileutils'
require 'json'
require 'stringio'
require 'time'

module Assay
  ROOT = '/solution'
  # Frames of a backtrace that are shown, from the place where it was raised. Counters recursion.
  MAX_FRAMES = 50
  # The longest sleep, ms: as long as a timer can be.
  MAX_SLEEP_MS = 2_147_483_647

  # The run does not go on with what waits: its test was given up, or another solution took this one's place.
  class Abandoned < Exception; end # rubocop:disable Lint/InheritException

  # A connection to one of the run's servers.
  class Connection
    def initialize(port)
      @number = Assay.host('open', port)
      raise Errno::ECONNREFUSED, "connect(2) for localhost:#{port}" if @number.negative?

      @arrived = ''.b
    end

    def write(data)
      Assay.host('send', @number, Assay.to_text(data))
    end

    # Exactly so many bytes.
    def read(length)
      while @arrived.bytesize < length
        binary = Assay.wait { Assay.host('receive', @number) }
        raise Errno::ECONNRESET if binary.empty?

        @arrived << Assay.to_bytes(binary)
      end
      @arrived.slice!(0, length)
    end

    def close
      Assay.host('close', @number)
    end
  end

  # When the calls that wait have to be back: one for each `Timeout.timeout`, seconds of the monotonic clock.
  @deadlines = []

  class << self
    attr_reader :deadlines

    # What is loaded before a run, so that requiring it costs the run nothing.
    def load_library
      %w[date delegate digest digest/sha2 erb forwardable net/http openssl pg pp rack securerandom set singleton
         strscan timeout uri].each { |name| require name }
      JSON.parse(JSON.generate([{ 'a' => 1.5 }]))
      # As if it had been loaded, for there is no JavaScript to reach.
      $LOADED_FEATURES.push('js.rb', 'js.so')
      leave_out_processes
    end

    # What would need a system of its own says so, whatever the platform's libraries answer.
    def leave_out_processes
      absent = proc { |name| proc { |*, **| raise NotImplementedError, "#{name}() function is unimplemented on this machine" } }
      %i[system spawn exec fork `].each do |name|
        Kernel.define_method(name, &absent[name])
        Kernel.singleton_class.define_method(name, &absent[name])
      end
      %i[spawn exec fork daemon].each { |name| Process.singleton_class.define_method(name, &absent[name]) }
      IO.singleton_class.define_method(:popen, &absent[:popen])
    end

    # Asks the host for an operation; numbers, texts in UTF-8 and lists of them go in and come back.
    def host(*message)
      @device ||= File.open('/assay/host', 'r+b')
      @device.syswrite("#{JSON.generate(message)}\n")
      reply = @device.sysread(65_536)
      reply << @device.sysread(1_048_576) until reply.end_with?("\n")
      JSON.parse(reply.force_encoding(Encoding::UTF_8), decimal_class: nil)
    end

    # Bytes as text of one character each, and back.
    def to_text(bytes)
      bytes.b.force_encoding(Encoding::ISO_8859_1).encode(Encoding::UTF_8)
    end

    def to_bytes(text)
      text.encode(Encoding::ISO_8859_1).force_encoding(Encoding::BINARY)
    end

    def monotonic
      Process.clock_gettime(Process::CLOCK_MONOTONIC)
    end

    # Calls what waits. Raises Timeout::Error when it came back after the time that a `Timeout.timeout` around it gives.
    def wait
      result = yield
      late = deadlines.find { |deadline| deadline[:at] <= monotonic }
      late[:raise].call if late
      result
    end

    # Seconds that a call may wait: its own, or what the nearest deadline leaves. Nil when there is no limit.
    def patience(seconds)
      left = deadlines.map { |deadline| [deadline[:at] - monotonic, 0.001].max }
      [*left, *seconds].min
    end

    # Kernel#sleep on the virtual clock: takes no real time.
    def sleep(seconds = nil)
      raise TypeError, "can't convert #{seconds.class} into time interval" unless seconds.nil? || seconds.is_a?(Numeric)
      raise ArgumentError, 'time interval must not be negative' if seconds&.negative?

      started = monotonic
      wait do
        most = patience(seconds)
        ms = most ? (most * 1000).to_f : MAX_SLEEP_MS
        raise Abandoned unless host('sleep', [ms, MAX_SLEEP_MS].min)
      end
      (monotonic - started).round
    end

    # Sends a request to the world outside and gives the reply: hashes as in the sandbox's network protocol.
    def ask(request, timeout)
      wait do
        most = patience(timeout)
        reply = host('ask', JSON.generate(request), most ? [1, (most * 1000).round].max : 0)
        raise Abandoned if reply.nil? || reply.empty?

        JSON.parse(reply)
      end
    end

    # What the host calls.
    def take_turn
      operation, *arguments = host('turn')
      host('answer', public_send(operation, *arguments))
    rescue NoMemoryError
      host('outOfMemory')
    end

    def boot(seed, environment)
      ENV.replace(JSON.parse(environment))
      srand(seed)
      $stdout.sync = $stderr.sync = true
      $PROGRAM_NAME = 'config.ru'
      true
    end

    # Writes the program's files and evaluates its entry. True when it is there to be asked.
    def load(text)
      program = JSON.parse(text)
      program['files'].each do |path, source|
        FileUtils.mkdir_p(File.dirname("#{ROOT}/#{path}"))
        File.binwrite("#{ROOT}/#{path}", source)
      end
      Dir.chdir(ROOT)
      @application = Rack::Builder.load_file("#{ROOT}/#{program['entry']}")
      return true if @application.respond_to?(:call)

      crash('NoApplication', "#{program['entry']} runs nothing. It must `run` a Rack application.", '')
      false
    rescue Abandoned
      false
    rescue NoMemoryError
      raise
    rescue SyntaxError => e
      e.path.to_s.start_with?("#{ROOT}/") ? refuse(e) : report(e)
      false
    rescue Exception => e # rubocop:disable Lint/RescueException
      report(e)
      false
    end

    # Answers one request of the run's.
    def handle(exchange, text)
      request = JSON.parse(text)
      status, headers, body = answer(request)
      respond(exchange, request['method'], status, headers, body)
    rescue Abandoned
      nil
    rescue NoMemoryError
      raise
    rescue SystemExit, SignalException => e
      report(e)
    rescue Exception => e # rubocop:disable Lint/RescueException
      $stderr.write(format_error(e))
      respond(exchange, 'GET', 500, [['content-type', 'text/plain; charset=utf-8']], 'Internal Server Error'.b)
    end

    # The backtrace as Ruby prints it, of the program's own frames alone and with its own names for files.
    def format_error(error)
      keep_own_frames(error)
      text = error.full_message(highlight: false, order: :top)
      "#{text.chomp}\n".gsub("#{ROOT}/", '')
    rescue StandardError
      "#{text_of(error)} (#{error.class})\n"
    end

    private

    def answer(request)
      status, headers, body = @application.call(environment_of(request))
      [Integer(status), pairs_of(headers), read_body(body)]
    end

    def respond(exchange, method, status, headers, body)
      names = headers.map { |name, _| name.downcase }
      bodiless = status < 200 || [204, 304].include?(status)
      headers << ['content-length', body.bytesize.to_s] unless bodiless || names.include?('content-length')
      headers << ['date', Time.now.httpdate] unless names.include?('date')
      body = '' if method == 'HEAD' || bodiless
      host('respond', exchange, JSON.generate({ status:, headers:, body: to_text(body) }))
    end

    # Rack's headers: a value may be a list, or as in earlier versions lines.
    def pairs_of(headers)
      headers.flat_map do |name, value|
        next [] if name.start_with?('rack.')

        values = value.is_a?(Array) ? value : value.to_s.split("\n", -1)
        values.map { |one| [to_text(name.to_s), to_text(one.to_s)] }
      end
    end

    def read_body(body)
      whole = ''.b
      if body.respond_to?(:each)
        body.each { |part| whole << part.b }
      else
        stream = StringIO.new(whole)
        body.call(stream)
      end
      whole
    ensure
      body.close if body.respond_to?(:close)
    end

    def environment_of(request)
      path, query = request['url'].split('?', 2)
      body = to_bytes(request['body'])
      environment = {
        'REQUEST_METHOD' => request['method'],
        'SCRIPT_NAME' => '',
        'PATH_INFO' => path,
        'QUERY_STRING' => query.to_s,
        'REQUEST_PATH' => path,
        'REQUEST_URI' => request['url'],
        'SERVER_NAME' => 'localhost',
        'SERVER_PORT' => ENV.fetch('PORT', '3000'),
        'SERVER_PROTOCOL' => 'HTTP/1.1',
        'REMOTE_ADDR' => '127.0.0.1',
        'CONTENT_LENGTH' => body.bytesize.to_s,
        'rack.url_scheme' => 'http',
        'rack.input' => StringIO.new(body),
        'rack.errors' => $stderr,
        'rack.multithread' => false,
        'rack.multiprocess' => false,
        'rack.run_once' => false,
      }
      request['headers'].each do |name, value|
        key = name.upcase.tr('-', '_')
        next if key == 'CONTENT_LENGTH'

        key = "HTTP_#{key}" unless key == 'CONTENT_TYPE'
        environment[key] = environment.key?(key) ? "#{environment[key]},#{value}" : value
      end
      environment
    end

    # What keeps a program from being compiled, in the words of Ruby's parser.
    def refuse(error)
      message = error.message
      marked = message.match(/^> *(\d+) \| ?(.*)\n +\| ?( *)\^[~^]* *(.*)$/)
      line = marked ? marked[1].to_i : message[/:(\d+):/, 1].to_i
      diagnostic = {
        file: error.path.delete_prefix("#{ROOT}/"),
        line:,
        column: marked ? marked[3].length + 1 : 0,
        message: "SyntaxError: #{marked ? marked[4] : message}",
        source: marked ? marked[2][0, 500] : '',
      }
      host('refuse', JSON.generate(diagnostic))
    end

    # What ended the program.
    def report(error)
      if error.is_a?(SystemExit)
        crash('SystemExit', "exit(#{error.status}) was called.", '')
      else
        crash(error.class.name || 'Exception', "#{text_of(error)}#{place_of(error)}", format_error(error))
      end
    end

    def crash(name, message, stack)
      host('crash', JSON.generate({ name:, message: message.scrub, stack: stack.scrub }))
    end

    def text_of(error)
      error.message.to_s[0, 2_000].gsub("#{ROOT}/", '')
    rescue StandardError
      '(its text cannot be read)'
    end

    def place_of(error)
      file, line = own_frames(error).first.to_s.match(/\A(.+?):(\d+)/)&.captures
      file ? " (#{file}, line #{line})" : ''
    end

    def own_frames(error)
      frames = error.backtrace || []
      own = frames.lazy.select { |frame| frame.start_with?("#{ROOT}/") }.first(MAX_FRAMES)
      own.map { |frame| frame.delete_prefix("#{ROOT}/") }
    end

    def keep_own_frames(error)
      seen = {}.compare_by_identity
      while error && !seen[error]
        seen[error] = true
        error.set_backtrace(own_frames(error))
        error = error.cause
      end
    end
  end
end

module Kernel
  def sleep(*seconds)
    Assay.sleep(*seconds)
  end
  module_function :sleep
end
