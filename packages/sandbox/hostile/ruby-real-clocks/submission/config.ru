require 'json'

run(lambda do |_env|
  before = [Time.now, *[0, 1, 2, 3, 4, 5, 6, 7].map { |clock| Process.clock_gettime(clock) rescue nil }]
  300_000.times { |n| n * n }
  after = [Time.now, *[0, 1, 2, 3, 4, 5, 6, 7].map { |clock| Process.clock_gettime(clock) rescue nil }]
  p Process.times, GC.measure_total_time, GC.total_time
  next [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 7, note: 'a clock ran')]] if before != after

  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 0)]]
end)
