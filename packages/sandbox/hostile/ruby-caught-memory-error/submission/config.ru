require 'json'

run(lambda do |_env|
  kept = []
  begin
    loop { kept << ('x' * 10_000_000) }
  rescue NoMemoryError
    retry
  end
end)
