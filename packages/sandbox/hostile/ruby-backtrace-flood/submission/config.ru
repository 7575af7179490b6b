require 'json'

class Flood < StandardError
  def detailed_message(**) = loop {}
  def cause = self
end

run(lambda do |_env|
  raise Flood, 'x' * 5_000_000
end)
