# frozen_string_literal: true

# A subset of Net::HTTP over the run's network: Ruby's own needs sockets. What is not here is not there: a method that is
# missing says so.
require 'timeout'
require 'uri'

class SocketError < StandardError; end unless defined?(SocketError)

module Net
  class ProtocolError < StandardError; end
  class HTTPError < ProtocolError; end
  class HTTPClientException < ProtocolError; end
  class HTTPFatalError < ProtocolError; end
  class OpenTimeout < Timeout::Error; end
  class ReadTimeout < Timeout::Error; end
  class WriteTimeout < Timeout::Error; end

  # Headers by name, in whatever case.
  module HTTPHeader
    def initialize_http_header(headers)
      @header = {}
      headers&.each { |name, value| self[name] = value }
    end

    def [](name) = @header[name.to_s.downcase]&.join(', ')

    def []=(name, value)
      value.nil? ? @header.delete(name.to_s.downcase) : @header[name.to_s.downcase] = [*value].map(&:to_s)
    end

    def add_field(name, value)
      (@header[name.to_s.downcase] ||= []) << value.to_s
    end

    def get_fields(name) = @header[name.to_s.downcase]&.dup
    def key?(name) = @header.key?(name.to_s.downcase)
    def fetch(name, *default) = @header.fetch(name.to_s.downcase, *default.map { |one| [one] }).join(', ')
    def delete(name) = @header.delete(name.to_s.downcase)
    def each_header(&) = @header.each { |name, values| yield name, values.join(', ') }
    alias each each_header
    def to_hash = @header.dup
    def content_type = self['content-type']&.split(';')&.first&.strip

    def content_type=(type)
      self['content-type'] = type
    end
    alias set_content_type content_type=

    def basic_auth(user, password)
      self['authorization'] = "Basic #{["#{user}:#{password}"].pack('m0')}"
    end

    def set_form_data(params)
      self.body = URI.encode_www_form(params)
      self.content_type = 'application/x-www-form-urlencoded'
    end
    alias form_data= set_form_data
  end

  class HTTPGenericRequest
    include HTTPHeader
    attr_reader :method, :path, :uri
    attr_accessor :body

    def initialize(method, target, headers = nil)
      @method = method
      @uri = target if target.is_a?(URI::HTTP)
      @path = @uri ? @uri.request_uri : target
      initialize_http_header({ 'accept' => '*/*', 'user-agent' => 'Ruby' }.merge(headers.to_h.transform_keys { |name| name.to_s.downcase }))
    end
  end

  class HTTPResponse
    include HTTPHeader
    attr_reader :code, :message, :body, :http_version
    attr_accessor :uri

    # The classes of responses by status, or by its first digit.
    CLASSES = {}

    def self.for(reply)
      status = reply['status'].to_s
      (CLASSES[status] || CLASSES[status[0]] || HTTPUnknownResponse).new(status, reply)
    end

    def initialize(status, reply)
      @http_version = '1.1'
      @code = status
      @message = Rack::Utils::HTTP_STATUS_CODES.fetch(status.to_i, '')
      @header = {}
      reply['headers'].each { |name, value| add_field(name, value) }
      @body = reply['bodyBase64'].unpack1('m').force_encoding(Encoding::UTF_8)
    end

    alias msg message
    alias read_body body
    alias entity body

    # Raises unless the status says that all went well.
    def value
      return if is_a?(HTTPSuccess)

      raise (code.start_with?('5') ? HTTPFatalError : HTTPClientException), "#{code} #{message.dump}"
    end
    alias error! value
  end

  { HTTPUnknownResponse: nil, HTTPInformation: '1', HTTPSuccess: '2', HTTPRedirection: '3', HTTPClientError: '4',
    HTTPServerError: '5' }.each do |name, digit|
    HTTPResponse::CLASSES[digit] = const_set(name, Class.new(HTTPResponse))
  end

  { '200' => :HTTPOK, '201' => :HTTPCreated, '202' => :HTTPAccepted, '204' => :HTTPNoContent,
    '301' => :HTTPMovedPermanently, '302' => :HTTPFound, '303' => :HTTPSeeOther, '304' => :HTTPNotModified,
    '307' => :HTTPTemporaryRedirect, '308' => :HTTPPermanentRedirect, '400' => :HTTPBadRequest,
    '401' => :HTTPUnauthorized, '403' => :HTTPForbidden, '404' => :HTTPNotFound, '405' => :HTTPMethodNotAllowed,
    '408' => :HTTPRequestTimeout, '409' => :HTTPConflict, '410' => :HTTPGone, '412' => :HTTPPreconditionFailed,
    '422' => :HTTPUnprocessableEntity, '429' => :HTTPTooManyRequests, '500' => :HTTPInternalServerError,
    '501' => :HTTPNotImplemented, '502' => :HTTPBadGateway, '503' => :HTTPServiceUnavailable,
    '504' => :HTTPGatewayTimeout }.each do |status, name|
    HTTPResponse::CLASSES[status] = const_set(name, Class.new(HTTPResponse::CLASSES[status[0]]))
  end

  class HTTP
    attr_reader :address, :port
    attr_accessor :open_timeout, :read_timeout, :write_timeout, :use_ssl, :verify_mode, :keep_alive_timeout, :max_retries
    alias use_ssl? use_ssl

    class << self
      def get(uri, headers = nil) = get_response(uri, headers).body

      def get_response(uri, headers = nil)
        start_for(uri) { |http| http.request_get(uri.request_uri, headers) }
      end

      def post(uri, data, headers = nil)
        start_for(uri) { |http| http.request_post(uri.request_uri, data, headers) }
      end

      def post_form(uri, params)
        request = Post.new(uri)
        request.set_form_data(params)
        start_for(uri) { |http| http.request(request) }
      end

      def start(address, port = nil, **options, &block)
        http = new(address, port)
        options.each { |name, value| http.public_send("#{name}=", value) }
        http.start(&block)
      end

      private

      def start_for(uri, &)
        raise ArgumentError, "not an HTTP URI: #{uri}" unless uri.is_a?(URI::HTTP)

        start(uri.hostname, uri.port, use_ssl: uri.scheme == 'https', &)
      end
    end

    def initialize(address, port = nil)
      @address = address
      @port = port || 80
      @open_timeout = @read_timeout = @write_timeout = 60
      @use_ssl = false
      @started = false
    end

    def started? = @started

    def start
      @started = true
      return self unless block_given?

      begin
        yield self
      ensure
        finish
      end
    end

    def finish
      @started = false
    end

    def request(request, body = nil)
      request.body = body if body
      response = HTTPResponse.for(exchange(request))
      response.uri = request.uri
      yield response if block_given?
      response
    end

    private

    def exchange(request)
      body = request.body.to_s
      request['host'] ||= default_port? ? address : "#{address}:#{port}"
      if request.body
        request['content-length'] = body.bytesize
        request['content-type'] ||= 'application/x-www-form-urlencoded'
      end
      reply = Assay.ask({
        method: request.method,
        url: "#{use_ssl ? 'https' : 'http'}://#{address}#{":#{port}" unless default_port?}#{request.path}",
        headers: request.to_hash.flat_map { |name, values| values.map { |value| [name, value] } },
        bodyBase64: [body].pack('m0'),
      }, read_timeout)
      reply['error'] ? fail_with(reply['error']) : reply
    end

    def default_port? = port == (use_ssl ? 443 : 80)

    def fail_with(error)
      case error['code']
      when 'ETIMEDOUT' then raise ReadTimeout, 'Net::ReadTimeout'
      when 'ENOTFOUND' then raise SocketError, "Failed to open TCP connection to #{address}:#{port} (#{error['message']})"
      when 'ECONNRESET' then raise Errno::ECONNRESET
      else raise Errno::ECONNREFUSED, "Failed to open TCP connection to #{address}:#{port}"
      end
    end

    %w[Get Head Post Put Patch Delete Options].each do |name|
      made = Class.new(HTTPGenericRequest) do
        define_method(:initialize) { |target, headers = nil| super(name.upcase, target, headers) }
      end
      const_set(name, made)
      if %w[Post Put Patch].include?(name)
        define_method("request_#{name.downcase}") { |path, data, headers = nil, &block| request(made.new(path, headers), data, &block) }
      else
        define_method("request_#{name.downcase}") { |path, headers = nil, &block| request(made.new(path, headers), &block) }
      end
      alias_method name.downcase, "request_#{name.downcase}"
      public name.downcase, "request_#{name.downcase}"
    end
  end
end
