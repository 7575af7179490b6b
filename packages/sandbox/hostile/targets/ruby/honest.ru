require 'json'

run(lambda do |env|
  numbers, note = JSON.parse(env['rack.input'].read).values_at('numbers', 'note')
  next [400, {}, ['Each must be a number.']] unless numbers.all?(Integer)

  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: numbers.sum, note:)]]
end)
