-- Asks for the paths of a file, one behind the other and from the start again; says at the end, on one line, how many
-- requests were answered in how many microseconds, the median and the 99th percentile of their latency in
-- microseconds, and how many answers were errors.
local paths = {}
local at = 0

function init(args)
  for line in io.lines(args[1]) do
    paths[#paths + 1] = wrk.format("GET", line)
  end
end

function request()
  at = at % #paths + 1
  return paths[at]
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("measured %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
