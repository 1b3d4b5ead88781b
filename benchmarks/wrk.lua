-- What wrk says at its end, as one line of JSON; with a file named in EXPECTED, how many answers were not that one.
local expected = os.getenv("EXPECTED")
local threads = {}
different = 0

function setup(thread)
   table.insert(threads, thread)
end

if expected then
   local file = io.open(expected, "rb")
   local whole = file:read("*a")
   file:close()
   function response(status, headers, body)
      if status ~= 200 or body ~= whole then
         different = different + 1
      end
   end
end

function done(summary, latency, requests)
   local apart, faults = 0, summary.errors
   for _, thread in ipairs(threads) do
      apart = apart + thread:get("different")
   end
   io.write(string.format('\n{"median": %f, "p95": %f, "per_second": %f, "apart": %d}\n',
      latency:percentile(50) / 1000, latency:percentile(95) / 1000, summary.requests / summary.duration * 1e6,
      apart + faults.connect + faults.read + faults.write + faults.timeout + faults.status))
end
