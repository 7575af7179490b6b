# The ticket service. It belongs to another team: call it, do not change it.
module Tickets
  ALL = [
    { id: 't-1', event: 'Harbour Nights', seat: 'A12' },
    { id: 't-2', event: 'Harbour Nights', seat: 'A13' },
    { id: 't-3', event: 'String Quartet', seat: 'F1' },
  ].freeze

  def self.find(id)
    puts "tickets: find #{id}"
    ALL.find { |ticket| ticket[:id] == id }
  end

  def self.search(event)
    puts "tickets: search #{event}"
    ALL.select { |ticket| ticket[:event] == event }
  end
end
