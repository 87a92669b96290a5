-- Prints what wrk measured in one line: requests, seconds, p50 and p99 in milliseconds, answers other than
-- 2xx and 3xx, errors of connections.
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("RESULT %d %.3f %.2f %.2f %d %d\n",
    summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
