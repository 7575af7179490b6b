# What a client has paid for: `burst` is how many tokens its bucket holds, `per_minute` how many flow in each minute.
Plan = Data.define(:name, :burst, :per_minute) do
  # The plan of an API key, as `office-12`; nil for a key that we did not give out.
  def self.of(api_key)
    kind = api_key.to_s[/\A(office|partner|trial)-[0-9]{1,4}\z/, 1]
    PLANS[kind]
  end
end

PLANS = {
  'office' => Plan.new(name: 'box-office', burst: 20, per_minute: 60),
  'partner' => Plan.new(name: 'partner', burst: 10, per_minute: 30),
  'trial' => Plan.new(name: 'trial', burst: 3, per_minute: 6),
}.freeze
