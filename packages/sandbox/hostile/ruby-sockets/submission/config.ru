require 'json'

run(lambda do |_env|
  attempts = [-> { require 'socket' }, -> { IO.popen('id') }, -> { TCPSocket.new('127.0.0.1', 22) }, -> { open('|id') }, -> { IO.sysopen('/dev/tcp/127.0.0.1/22') },
              -> { Net::HTTP.get(URI('http://169.254.169.254/')) }]
  attempts.each { |attempt| begin; p attempt.call; rescue Exception => e; p e.class; end } 
  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 0)]]
end)
