/** Longer than any form below. */
const MAX_LENGTH = 40;
/** Up to the minute, seconds, their fraction, the zone. */
const ISO =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|(?: ?UTC)|(?: ?GMT)|(?: ?[+-]\d\d(?::?\d\d)?))$/i;

/**
 * An ISO 8601 date and time with a zone, on a day and at a time that exist; finer than a millisecond is cut off. As
 * programs write it too: a space for the T or before the zone, small letters, UTC or GMT for Z.
 */
export function parseInstant(text: string): Date | undefined {
  const match = text.length <= MAX_LENGTH ? ISO.exec(text) : null;
  if (!match) return undefined;
  const [, day = "", minutes = "", seconds = "00", fraction = "", zone = ""] = match;
  const offset = zoneMinutes(zone.trim());
  const written = `${day}T${minutes}:${seconds}.${fraction.padEnd(3, "0").slice(0, 3)}Z`;
  const local = new Date(written);
  // Some days that do not exist (30 February) are read as later ones; those come back written differently.
  if (offset === undefined || Number.isNaN(local.getTime()) || local.toISOString() !== written)
    return undefined;
  return new Date(local.getTime() - offset * 60_000);
}

function zoneMinutes(zone: string): number | undefined {
  if (/^[a-z]/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", "") || 0);
  if (hours > 23 || minutes > 59) return undefined;
  return (hours * 60 + minutes) * (zone.startsWith("-") ? -1 : 1);
}
