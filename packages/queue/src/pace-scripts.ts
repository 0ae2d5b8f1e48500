import { scriptOf } from "./script";

/**
 * The pace of one route, in a hash. Times are whole microseconds of Redis' own clock, written with %.0f
 * because Lua's own number-to-text keeps 14 digits only.
 *   tat1 … tat3    theoretical arrival time of the next slot, by tier: critical, standard, bulk. A slot counts in
 *                  its own tier and in those below, so a tier never waits behind a lower one
 *   back1 … back3  when the next one who was refused may come back
 *   factor         what part of the asked rate is used at present, as of `changed`
 *   cut            when it was last lowered
 */

/** Slots unused for this long may be made up for at once, so that a worker's own jitter costs no rate. */
const BURST_US = 100_000;
/**
 * After a cut the rate grows by 3 % of itself a second: a whole one is back after 5 s, and where the asked rate is
 * many times what the far side takes, the growth is in step with what it does take.
 */
const GROWTH_A_SECOND = 0.03;
/** Multiplicative cut, so gentle that the saw-tooth it makes still uses nine tenths of a cap. */
const CUT = 0.85;
const LEAST = 0.05;
/** Many calls are in flight when the cap is hit; their throttles are one message. */
const CUT_EVERY_US = 1_000_000;
const KEPT_MS = 60_000;
/** Returns are a tenth denser than slots, so that no slot stays unused. */
const RETURNS_A_SLOT = 1.1;
/** The longest wait that is given out: after it the rate may have changed. */
export const LONGEST_RETURN_MS = 300_000;

const READ = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local row = redis.call('HMGET', KEYS[1], 'tat1', 'tat2', 'tat3', 'back1', 'back2', 'back3', 'factor', 'changed', 'cut')
local factor = tonumber(row[7]) or 1
if factor < 1 then
  factor = math.min(1, factor * (1 + (now - tonumber(row[8])) / 1000000 * ${GROWTH_A_SECOND}))
end
`;

/**
 * KEYS: the route's hash. ARGV: rate a second; then for each tier how many ask and how far away in ms their slot may be.
 * Returns the intervals in µs between slots and between returns, then for each tier how many have a slot, the first
 * one's wait in µs and that of the first who was refused; each next one waits an interval longer. All but counts as text.
 */
export const RESERVE = scriptOf(`${READ}
local interval = 1000000 / (tonumber(ARGV[1]) * factor)
local returning = interval / ${RETURNS_A_SLOT}
local tat, last, answer = {}, now, { string.format('%.0f', interval), string.format('%.0f', returning) }
for tier = 1, 3 do tat[tier] = math.max(tonumber(row[tier]) or 0, now - ${BURST_US}) end
for tier = 1, 3 do
  local asked, longest = tonumber(ARGV[2 * tier]), tonumber(ARGV[2 * tier + 1]) * 1000
  local first, back = tat[tier], now
  local granted = math.max(0, math.min(asked, math.floor((now + longest - first) / interval) + 1))
  for below = tier, 3 do tat[below] = tat[below] + granted * interval end
  if granted < asked then
    back = math.min(math.max(tonumber(row[tier + 3]) or 0, tat[tier]), now + ${LONGEST_RETURN_MS}000)
    redis.call('HSET', KEYS[1], 'back' .. tier, string.format('%.0f', back + (asked - granted) * returning))
  end
  last = math.max(last, tat[tier], back)
  answer[#answer + 1] = granted
  answer[#answer + 1] = string.format('%.0f', first - now)
  answer[#answer + 1] = string.format('%.0f', back - now)
end
redis.call('HSET', KEYS[1], 'tat1', string.format('%.0f', tat[1]), 'tat2', string.format('%.0f', tat[2]), 'tat3', string.format('%.0f', tat[3]))
redis.call('PEXPIRE', KEYS[1], math.ceil((last - now) / 1000) + ${KEPT_MS})
return answer
`);

/** KEYS: the route's hash. */
export const THROTTLED = scriptOf(`${READ}
if now - (tonumber(row[9]) or 0) < ${CUT_EVERY_US} then return 0 end
factor = math.max(${LEAST}, factor * ${CUT})
local stamp = string.format('%.0f', now)
redis.call('HSET', KEYS[1], 'factor', string.format('%.4f', factor), 'changed', stamp, 'cut', stamp)
redis.call('PEXPIRE', KEYS[1], ${KEPT_MS})
return 1
`);
