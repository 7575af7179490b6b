require 'json'

run(lambda do |_env|
  [-1, { "a\r\nb" => "\0", '' => nil, 'content-length' => '-1' }, 7]
end)
