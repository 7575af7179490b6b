require 'json'

run(lambda do |_env|
  code = RubyVM::InstructionSequence.compile('a = 1; a + 1; [a].each { |b| b }').to_binary
  2_000.times do |round|
    wild = code.dup
    wild.setbyte(40 + (round % (wild.bytesize - 40)), round % 256)
    RubyVM::InstructionSequence.load_from_binary(wild).eval
  rescue StandardError, SyntaxError, SystemStackError, NoMemoryError
    nil
  end
  [200, { 'content-type' => 'application/json' }, [JSON.generate(sum: 0)]]
end)
