require 'json'

run(lambda do |_env|
  device = File.open('/assay/host', 'r+b')
  ['', '[]', '["constructor"]', '["__proto__", 1]', '{"a":1}', '["send", {}, []]', '["open", "x"]', '["receive", -1]',
   '["ask", "no json", -1]', '["respond", 1e99, null]', '["refuse", "[]"]', "\xFF\xFE", '[' * 10_000].each do |line|
    device.syswrite("#{line}\n")
    p device.sysread(1_000)
  end
  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 0)]]
end)
