import { PACE_FORGOTTEN_MS } from "@sendex/core/sending/domain-pace";
import { scriptOf } from "./script";

/** Domains a route remembers; beyond it new ones are not limited. */
export const MOST_DOMAINS = 500;

/**
 * Compare and set. KEYS: a route's hash of states by domain. ARGV: domain, the text that was read ("" for none), the
 * new one ("" for none). Returns 1 when it is written, 0 when another wrote meanwhile, 2 when there is no room.
 */
export const LEARN = scriptOf(`
local known = redis.call('HGET', KEYS[1], ARGV[1]) or ''
if known ~= ARGV[2] then return 0 end
if ARGV[3] == '' then
  redis.call('HDEL', KEYS[1], ARGV[1])
  return 1
end
if known == '' and redis.call('HLEN', KEYS[1]) >= ${MOST_DOMAINS} then return 2 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
redis.call('PEXPIRE', KEYS[1], ${PACE_FORGOTTEN_MS})
return 1
`);
