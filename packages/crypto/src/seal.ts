import { randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import { BOX_BYTES, decrypt, encrypt, encryptPieces, joinAssociated, KEY_BYTES } from "./aead";
import { SealError } from "./seal-error";

/** A key that wraps the accounts' data keys. `id` is 1 to 64 of [A-Za-z0-9_-]; `key` is 32 bytes. */
export interface MasterKey {
  id: string;
  key: Uint8Array;
}

/** What sealed bytes are bound to: they open with nothing else. */
export interface Binding {
  tenant: string;
  message: string;
  field: string;
}

/** All throw SealError on bytes that they cannot open. */
export interface Sealer {
  /** Of the master key that wraps: the first. */
  currentKeyId: string;
  /** A new data key, wrapped for storing with its account. */
  newDataKey(tenant: string): Buffer;
  seal(wrappedDataKey: Uint8Array, binding: Binding, plaintext: Uint8Array | string): Buffer;
  /**
   * As `seal`, for what is large, into memory of `sealedBytes`: gives the event loop back after each piece of the
   * plaintext.
   */
  sealPieces(
    wrappedDataKey: Uint8Array,
    binding: Binding,
    pieces: Iterable<Uint8Array>,
    into: Buffer,
  ): Promise<void>;
  unseal(wrappedDataKey: Uint8Array, binding: Binding, sealed: Uint8Array): Buffer;
  /** The same data key under the first master key. What it has sealed stays as it is. */
  rewrap(wrappedDataKey: Uint8Array, tenant: string): Buffer;
  /** The id of the master key that wraps it. */
  masterKeyId(wrappedDataKey: Uint8Array): string;
}

interface DataKey {
  id: Buffer;
  key: Buffer;
}

/**
 * Formats, both of version 1. A wrapped data key: version, length of the master key's id, that id, the data
 * key's id (8 bytes), box. Sealed content: version, the data key's id, box. A box is nonce, ciphertext, tag.
 * Content names its data key and not the master key, so that rotating the master key leaves it alone.
 */
const VERSION = 1;
const DATA_KEY_ID_BYTES = 8;
const MASTER_KEY_ID = /^[\w-]{1,64}$/;
const CACHED_DATA_KEYS = 1000;

/** How long so many bytes become when they are sealed. */
export function sealedBytes(plain: number): number {
  return 1 + DATA_KEY_ID_BYTES + BOX_BYTES + plain;
}

/** How long what was sealed is, by the length that it has sealed. */
export function plainBytes(sealedBytes: number): number {
  return sealedBytes - 1 - DATA_KEY_ID_BYTES - BOX_BYTES;
}

/**
 * Envelope encryption: every account has a data key, which only ever leaves memory wrapped by a master key.
 * The first master key wraps, all of them unwrap. Throws TypeError where they are not usable.
 * Source: docs/contract.md "Content", docs/security.md "Crypto and logs".
 */
export function openSealer(options: { masterKeys: MasterKey[]; cacheSize?: number }): Sealer {
  const [first] = options.masterKeys;
  const masterKeys = new Map(options.masterKeys.map((master) => [master.id, master.key]));
  if (!first || masterKeys.size < options.masterKeys.length) {
    throw new TypeError("Sealing needs at least one master key, each with an id of its own");
  }
  options.masterKeys.forEach(assertUsable);
  const cache = new LRUCache<string, DataKey>({ max: options.cacheSize ?? CACHED_DATA_KEYS });

  function unwrapCached(wrapped: Uint8Array, tenant: string): DataKey {
    // The tenant is part of the name: a data key copied to another account must fail there, cached or not.
    const name = `${tenant}\n${Buffer.from(wrapped).toString("base64")}`;
    const cached = cache.get(name);
    if (cached) return cached;
    const dataKey = unwrap(masterKeys, wrapped, tenant);
    cache.set(name, dataKey);
    return dataKey;
  }

  return {
    currentKeyId: first.id,
    newDataKey: (tenant) =>
      wrap(first, { id: randomBytes(DATA_KEY_ID_BYTES), key: randomBytes(KEY_BYTES) }, tenant),
    seal: (wrapped, binding, plaintext) =>
      sealContent(unwrapCached(wrapped, binding.tenant), binding, plaintext),
    async sealPieces(wrapped, binding, pieces, into) {
      const { id, key } = unwrapCached(wrapped, binding.tenant);
      await encryptPieces(key, sealedFor(binding, id), {
        head: Buffer.concat([Buffer.of(VERSION), id]),
        pieces,
        whole: into,
      });
    },
    unseal: (wrapped, binding, sealed) =>
      unsealContent(unwrapCached(wrapped, binding.tenant), binding, sealed),
    rewrap: (wrapped, tenant) => wrap(first, unwrap(masterKeys, wrapped, tenant), tenant),
    masterKeyId: (wrapped) => parseWrapped(wrapped).masterId,
  };
}

function assertUsable({ id, key }: MasterKey): void {
  if (!MASTER_KEY_ID.test(id)) throw new TypeError("A master key's id is 1 to 64 letters, digits, _ or -");
  if (key.length !== KEY_BYTES) throw new TypeError(`The master key ${id} does not have ${KEY_BYTES} bytes`);
}

function wrap(master: MasterKey, dataKey: DataKey, tenant: string): Buffer {
  const id = Buffer.from(master.id);
  const box = encrypt(master.key, wrappedFor(tenant, dataKey.id, master.id), dataKey.key);
  return Buffer.concat([Buffer.of(VERSION, id.length), id, dataKey.id, box]);
}

function unwrap(masterKeys: Map<string, Uint8Array>, wrapped: Uint8Array, tenant: string): DataKey {
  const { masterId, id, box } = parseWrapped(wrapped);
  const master = masterKeys.get(masterId);
  if (!master) throw new SealError("unknown_key", `No master key has the id ${masterId}`);
  return { id, key: decrypt(master, wrappedFor(tenant, id, masterId), box) };
}

function parseWrapped(wrapped: Uint8Array): { masterId: string; id: Buffer; box: Buffer } {
  const bytes = Buffer.from(wrapped);
  const idStart = 2 + (bytes[1] ?? 0);
  const boxStart = idStart + DATA_KEY_ID_BYTES;
  const masterId = bytes.toString("latin1", 2, idStart);
  if (bytes[0] !== VERSION || bytes.length <= boxStart || !MASTER_KEY_ID.test(masterId)) {
    throw new SealError("malformed", "Not a wrapped data key of a known version");
  }
  return { masterId, id: bytes.subarray(idStart, boxStart), box: bytes.subarray(boxStart) };
}

function sealContent(dataKey: DataKey, binding: Binding, plaintext: Uint8Array | string): Buffer {
  const bytes = typeof plaintext === "string" ? Buffer.from(plaintext) : plaintext;
  const box = encrypt(dataKey.key, sealedFor(binding, dataKey.id), bytes);
  return Buffer.concat([Buffer.of(VERSION), dataKey.id, box]);
}

function unsealContent(dataKey: DataKey, binding: Binding, sealed: Uint8Array): Buffer {
  const boxStart = 1 + DATA_KEY_ID_BYTES;
  if (sealed[0] !== VERSION || sealed.length <= boxStart) {
    throw new SealError("malformed", "Not sealed content of a known version");
  }
  if (!dataKey.id.equals(sealed.subarray(1, boxStart))) {
    throw new SealError("tampered", "Sealed under another data key than its account's");
  }
  return decrypt(dataKey.key, sealedFor(binding, dataKey.id), sealed.subarray(boxStart));
}

/** The first part keeps the two uses of associated data apart. */
function wrappedFor(tenant: string, dataKeyId: Uint8Array, masterId: string): Buffer {
  return joinAssociated(["data-key", tenant, dataKeyId, masterId]);
}

function sealedFor({ tenant, message, field }: Binding, dataKeyId: Uint8Array): Buffer {
  return joinAssociated(["content", tenant, message, field, dataKeyId]);
}
