export type RecordType = "TXT" | "CNAME" | "MX";
export const RECORD_TYPES: readonly RecordType[] = ["TXT", "CNAME", "MX"];

export interface ZoneRecord {
  name: string;
  type: RecordType;
  value: string;
  /** Of an MX. */
  priority: number;
}

/** Records that a caller published in the sandbox's DNS. */
export interface Records {
  publish(record: ZoneRecord): void;
  find(name: string, type: RecordType): ZoneRecord[];
  has(name: string, type: RecordType, value: string): boolean;
  list(): ZoneRecord[];
  clear(): void;
}

export function createRecords(): Records {
  let all: ZoneRecord[] = [];
  const find = (name: string, type: RecordType): ZoneRecord[] =>
    all.filter((record) => record.type === type && record.name === normal(name));
  return {
    find,
    publish(record) {
      all.push({ ...record, name: normal(record.name) });
    },
    has: (name, type, value) => find(name, type).some((record) => record.value === value),
    list: () => [...all],
    clear: () => void (all = []),
  };
}

/** A record out of a JSON body; other properties are ignored. Throws TypeError on a bad one. */
export function readRecord({ name, type, value, priority = 10 }: Record<string, unknown>): ZoneRecord {
  const known = RECORD_TYPES.find((one) => one === type);
  if (known === undefined) throw new TypeError(`type must be one of ${RECORD_TYPES.join(", ")}`);
  if (typeof name !== "string" || name === "") throw new TypeError("name must be a string");
  if (typeof value !== "string" || value === "") throw new TypeError("value must be a string");
  if (typeof priority !== "number") throw new TypeError("priority must be a number");
  return { name, type: known, value, priority };
}

/** A name as it is kept: in lower case, without the last dot. */
export function normal(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}
