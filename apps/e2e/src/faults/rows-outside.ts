import type { Fault } from "./row";
import { bodiesBig } from "./outside/bodies-big";
import { clientsSlow } from "./outside/clients-slow";
import { dnsDown } from "./outside/dns-down";
import { raceCancel } from "./outside/race-cancel";
import { raceTiers } from "./outside/race-tiers";
import { receiversBad } from "./outside/receivers-bad";
import { receiversDisabled } from "./outside/receivers-disabled";
import { receiversDown } from "./outside/receivers-down";
import { receiversRedirect } from "./outside/receivers-redirect";
import { sesHangs, sesResets, sesWithoutId } from "./outside/ses-unclear";
import { sesLadder } from "./outside/ses-ladder";
import { sesQuota, sesShut } from "./outside/ses-paused";
import { sesRate } from "./outside/ses-rate";
import { snsForged } from "./outside/sns-forged";
import { snsMissed } from "./outside/sns-missed";
import { snsOrders } from "./outside/sns-orders";
import { snsRaw } from "./outside/sns-raw";
import { snsRepeated } from "./outside/sns-repeated";

/** The rows about what is outside: SES, SNS, receivers, DNS, clients; and about races. */
export const OUTSIDE: readonly Fault[] = [
  sesLadder,
  sesRate,
  sesQuota,
  sesHangs,
  sesResets,
  sesWithoutId,
  sesShut,
  snsRepeated,
  snsOrders,
  snsForged,
  snsMissed,
  receiversBad,
  receiversRedirect,
  receiversDown,
  dnsDown,
  bodiesBig,
  clientsSlow,
  raceCancel,
  raceTiers,
  snsRaw,
  receiversDisabled,
];
