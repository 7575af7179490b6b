# frozen_string_literal: true

# A subset of Rack 3: what a small application needs to read requests and build responses. What is not here is not there:
# a method that is missing says so.
require 'json'
require 'stringio'
require 'uri'

module Rack
  # `config.ru`: use, map and run.
  class Builder
    # Evaluates such a file at the top level, as `rackup` does, and gives its application.
    def self.load_file(path)
      place = TOPLEVEL_BINDING.eval('Rack::Builder.new.instance_eval { [binding, self] }')
      source = File.read(path, encoding: Encoding::UTF_8)
      eval(source, place[0], path) # rubocop:disable Security/Eval
      place[1].to_app
    end

    def self.app(&)
      new(&).to_app
    end

    def initialize(&block)
      @middleware = []
      @maps = {}
      @app = nil
      instance_eval(&block) if block
    end

    def use(middleware, *arguments, **options, &block)
      @middleware << proc { |app| middleware.new(app, *arguments, **options, &block) }
    end

    def run(app = nil, &block)
      @app = app || block
    end

    def map(path, &block)
      @maps[path.chomp('/')] = self.class.app(&block)
    end

    def to_app
      inner = @maps.empty? ? @app : URLMap.new(@maps, @app)
      inner && @middleware.reverse.inject(inner) { |app, make| make.call(app) }
    end
  end

  # Gives requests to the application whose path is the longest that they begin with.
  class URLMap
    def initialize(maps, otherwise)
      @maps = maps.sort_by { |path, _| -path.length }
      @otherwise = otherwise
    end

    def call(env)
      path = env['PATH_INFO']
      found, app = @maps.find { |prefix, _| path == prefix || path.start_with?("#{prefix}/") }
      return app.call(env.merge('SCRIPT_NAME' => env['SCRIPT_NAME'] + found, 'PATH_INFO' => path[found.length..])) if app

      @otherwise ? @otherwise.call(env) : [404, { 'content-type' => 'text/plain' }, ["Not Found: #{path}"]]
    end
  end

  module Utils
    HTTP_STATUS_CODES = {
      200 => 'OK', 201 => 'Created', 202 => 'Accepted', 204 => 'No Content', 301 => 'Moved Permanently', 302 => 'Found',
      303 => 'See Other', 304 => 'Not Modified', 307 => 'Temporary Redirect', 308 => 'Permanent Redirect',
      400 => 'Bad Request', 401 => 'Unauthorized', 403 => 'Forbidden', 404 => 'Not Found', 405 => 'Method Not Allowed',
      406 => 'Not Acceptable', 408 => 'Request Timeout', 409 => 'Conflict', 410 => 'Gone', 412 => 'Precondition Failed',
      413 => 'Content Too Large', 415 => 'Unsupported Media Type', 422 => 'Unprocessable Content',
      428 => 'Precondition Required', 429 => 'Too Many Requests', 500 => 'Internal Server Error',
      501 => 'Not Implemented', 502 => 'Bad Gateway', 503 => 'Service Unavailable', 504 => 'Gateway Timeout'
    }.freeze

    module_function

    def escape(text) = URI.encode_www_form_component(text)
    def unescape(text) = URI.decode_www_form_component(text)
    def unescape_path(text) = URI.decode_uri_component(text)

    # `a=1&b[]=2&b[]=3&c[d]=4` as a hash; the last value of a name counts.
    def parse_nested_query(query)
      query.to_s.split('&').reject(&:empty?).each_with_object({}) do |pair, params|
        name, value = pair.split('=', 2).map { |part| unescape(part) }
        store(params, name.to_s, value)
      end
    end

    # The same, with the values of a name that comes several times in a list.
    def parse_query(query)
      query.to_s.split('&').reject(&:empty?).each_with_object({}) do |pair, params|
        name, value = pair.split('=', 2).map { |part| unescape(part) }
        params[name] = params.key?(name) ? [*params[name], value] : value
      end
    end

    def store(params, name, value)
      if name.end_with?('[]')
        (params[name.delete_suffix('[]')] ||= []) << value
      elsif (nested = name.match(/\A([^\[]+)\[([^\]]+)\]\z/))
        (params[nested[1]] ||= {})[nested[2]] = value
      else
        params[name] = value
      end
    end
    private_class_method :store
  end

  class Request
    attr_reader :env

    def initialize(env)
      @env = env
    end

    def request_method = env['REQUEST_METHOD']
    def path_info = env['PATH_INFO']
    def script_name = env['SCRIPT_NAME']
    def path = script_name + path_info
    def query_string = env['QUERY_STRING']
    def fullpath = query_string.empty? ? path : "#{path}?#{query_string}"
    def host = env.fetch('HTTP_HOST', 'localhost').split(':').first
    def scheme = env['rack.url_scheme']
    def ip = env['REMOTE_ADDR']
    def body = env['rack.input']
    def content_type = env['CONTENT_TYPE']
    def content_length = env['CONTENT_LENGTH']
    def media_type = content_type&.split(/\s*[;,]\s*/, 2)&.first&.downcase

    { get?: 'GET', head?: 'HEAD', post?: 'POST', put?: 'PUT', patch?: 'PATCH', delete?: 'DELETE',
      options?: 'OPTIONS' }.each { |name, method| define_method(name) { request_method == method } }

    # A header by its name in Rack's environment.
    def get_header(name) = env[name]
    def has_header?(name) = env.key?(name)

    def GET = Utils.parse_nested_query(query_string)

    def POST
      return {} unless media_type == 'application/x-www-form-urlencoded'

      @post ||= Utils.parse_nested_query(body.read.force_encoding(Encoding::UTF_8)).tap { body.rewind }
    end

    def params = self.GET.merge(self.POST)
    def [](name) = params[name.to_s]

    def cookies
      env.fetch('HTTP_COOKIE', '').split(/; */).to_h { |pair| pair.split('=', 2).map(&:to_s).then { |name, value| [name, value.to_s] } }
    end
  end

  class Response
    attr_accessor :status, :headers, :body

    def self.[](status, headers, body) = new(body, status, headers)

    def initialize(body = nil, status = 200, headers = {})
      @status = status.to_i
      @headers = headers.transform_keys(&:downcase)
      @body = []
      Array(body).each { |part| write(part) }
      yield self if block_given?
    end

    def [](name) = headers[name.downcase]
    def []=(name, value)
      headers[name.downcase] = value
    end
    alias get_header []
    alias set_header []=

    def add_header(name, value)
      self[name] = self[name] ? [*self[name], value] : value
    end

    def content_type = self['content-type']
    def content_type=(value)
      self['content-type'] = value
    end

    def write(part)
      @body << part.to_s
      part.to_s
    end

    def set_cookie(name, value)
      value = { value: } unless value.is_a?(Hash)
      attributes = value.except(:value).map do |key, setting|
        setting == true ? key.to_s.tr('_', '').downcase : "#{key.to_s.tr('_', '-')}=#{setting}"
      end
      add_header('set-cookie', ["#{Utils.escape(name)}=#{Utils.escape(value[:value].to_s)}", *attributes].join('; '))
    end

    def redirect(target, status = 302)
      self.status = status
      self['location'] = target
    end

    def finish = [status, headers, body]
    alias to_a finish
  end
end
