/**
 * The pace of one route, in a hash. Times are whole microseconds of Redis' own clock, written with %.0f
 * because Lua's own number-to-text keeps 14 digits only.
 *   tat, urgent   theoretical arrival time of the next slot: of all, and of urgent ones alone
 *   factor        what part of the asked rate is used at present, as of `changed`
 *   cut           when it was last lowered
 */

/** Slots unused for this long may be made up for at once, so that a worker's own jitter costs no rate. */
const BURST_US = 100_000;
/** Additive recovery: points of the rate a second. From one cut it takes 3 s, from the floor 19 s. */
const RECOVERY_A_SECOND = 0.05;
/** Multiplicative cut, so gentle that the saw-tooth it makes still uses nine tenths of a cap. */
const CUT = 0.85;
const LEAST = 0.05;
/** Many calls are in flight when the cap is hit; their throttles are one message. */
const CUT_EVERY_US = 1_000_000;
const KEPT_MS = 60_000;

const READ = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local row = redis.call('HMGET', KEYS[1], 'tat', 'urgent', 'factor', 'changed', 'cut')
local factor = tonumber(row[3]) or 1
if factor < 1 then
  factor = math.min(1, factor + (now - tonumber(row[4])) / 1000000 * ${RECOVERY_A_SECOND})
end
`;

/** KEYS: the route's hash. ARGV: rate a second, longest wait in ms, 1 when urgent. Returns {1 if reserved, wait in ms}. */
export const RESERVE = `${READ}
local interval = 1000000 / (tonumber(ARGV[1]) * factor)
local urgent = ARGV[3] == '1'
local floor = now - ${BURST_US}
local all = math.max(tonumber(row[1]) or 0, floor)
local own = all
if urgent then own = math.max(tonumber(row[2]) or 0, floor) end
local wait = math.max(0, own - now)
if wait > tonumber(ARGV[2]) * 1000 then return {0, math.ceil(wait / 1000)} end
redis.call('HSET', KEYS[1], 'tat', string.format('%.0f', all + interval))
if urgent then redis.call('HSET', KEYS[1], 'urgent', string.format('%.0f', own + interval)) end
redis.call('PEXPIRE', KEYS[1], math.ceil((all + interval - now) / 1000) + ${KEPT_MS})
return {1, math.ceil(wait / 1000)}
`;

/** KEYS: the route's hash. */
export const THROTTLED = `${READ}
if now - (tonumber(row[5]) or 0) < ${CUT_EVERY_US} then return 0 end
factor = math.max(${LEAST}, factor * ${CUT})
local stamp = string.format('%.0f', now)
redis.call('HSET', KEYS[1], 'factor', string.format('%.4f', factor), 'changed', stamp, 'cut', stamp)
redis.call('PEXPIRE', KEYS[1], ${KEPT_MS})
return 1
`;
