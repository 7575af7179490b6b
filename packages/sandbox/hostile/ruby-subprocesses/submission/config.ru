require 'json'

run(lambda do |_env|
  attempts = [-> { system('id') }, -> { `id` }, -> { spawn('id') }, -> { Process.spawn('id') }, -> { fork {} }, -> { exec('id') }, -> { Process.kill(:KILL, 1) },
              -> { Thread.new { loop {} }.join }, -> { Ractor.new { 1 } }, -> { syscall(1, 2, 3) }, -> { Process.daemon }, -> { trap('ALRM') { loop {} } }]
  attempts.each do |attempt|
    p attempt.call
  rescue Exception => e
    p e.class
  end
  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 0)]]
end)
