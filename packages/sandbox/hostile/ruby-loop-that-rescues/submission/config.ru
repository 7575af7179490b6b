require 'json'

run(lambda do |_env|
  begin
    loop {}
  rescue Exception
    retry
  ensure
    loop {}
  end
end)
