import { hash, verify } from "@node-rs/argon2";
import { SendexError } from "@sendex/core/error";

/**
 * argon2id with 19 MiB of memory, 2 passes and 1 lane. Source: OWASP Password Storage Cheat Sheet, "Argon2id"; RFC 9106.
 * The library's `Algorithm.Argon2id` is a const enum, which cannot be imported with isolated modules.
 */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords at a time: each takes a thread of libuv's four, which files and DNS need too. */
const AT_A_TIME = 2;
/** Those beyond are turned away: a stranger must not make everyone wait. */
const MOST_WAITING = 60;

/** PHC's string form, with its own salt. @throws SendexError service_unavailable where too many wait */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, ARGON2ID));
}

/** @throws SendexError service_unavailable where too many wait */
export async function verifyPassword(hashed: string, password: string): Promise<boolean> {
  return inTurn(() => verify(hashed, password));
}

/** The threads are the process's, and so is who waits for them. */
const waiting: (() => void)[] = [];
let running = 0;

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_A_TIME) {
    if (waiting.length >= MOST_WAITING)
      throw new SendexError("service_unavailable", "Too many people sign in at this moment. Try again.", {
        retryAfterSeconds: 2,
      });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
