import { mkdir } from "node:fs/promises";
import type { Clock } from "./clock";
import { createDelays } from "./delays";
import type { ZoneBook } from "./dns/answer";
import { lookUp } from "./dns/lookUp";
import { createRecords, type Records } from "./dns/records";
import { createZones, type Zones } from "./dns/zones";
import type { QueryContext } from "./ses/queryAction";
import { createFaults } from "./ses/faults";
import { openIdentities } from "./ses/identities";
import { createQuota } from "./ses/quota";
import { openSuppressionList } from "./ses/suppressionList";
import type { Settings } from "./settings";
import { openSigner, type Signer } from "./sns/certificate";
import { openTopic } from "./sns/topic";
import { openLedger } from "./store/ledger";
import { openRawStore } from "./store/rawStore";

/** All parts of one sandbox, wired. */
export interface Sandbox extends QueryContext {
  zones: Zones;
  records: Records;
  /** What DNS answers from. */
  book: ZoneBook;
  signer: Signer;
  close(): Promise<void>;
}

const ACCOUNT = { id: "000000000000", region: "us-east-1" };

/** Opens every part on the data folder. `publicUrl` is the base of links in notifications. */
export async function openSandbox(settings: Settings, publicUrl: string, clock: Clock): Promise<Sandbox> {
  const { dataDir: folder, topicArn, retryTimeScale } = settings;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { verifiedDomains: verified, verifyDelayMs } = settings;
  const records = createRecords();
  const identities = await openIdentities({ folder, verified, verifyDelayMs, clock, records });
  const signer = await openSigner(folder, settings.trustRoot, clock());
  const signatureVersion = settings.snsSignatureVersion;
  const shown = { folder, topicArn, publicUrl, retryTimeScale, clock };
  const topic = await openTopic({ ...shown, signer, signatureVersion });
  const ledger = await openLedger(folder);
  const rawStore = await openRawStore(folder);
  const suppressionList = await openSuppressionList(folder, clock);
  const zones = createZones();
  const delays = createDelays();
  return {
    clock,
    identities,
    signer,
    topic,
    topicArn,
    ledger,
    rawStore,
    suppressionList,
    zones,
    records,
    book: { mailOf: zones.mailOf, recordsOf: lookUp(records, identities, ACCOUNT.region) },
    delays,
    faults: createFaults(),
    quota: createQuota(settings, clock),
    account: ACCOUNT,
    eventDelayMs: settings.eventDelayMs,
    countOnly: settings.countOnly,
    domainMail: zones.mailOf,
    rules: {
      configSet: settings.configSet,
      region: ACCOUNT.region,
      isVerified: (domain) => identities.verifiedFor(domain) !== undefined,
    },
    async close() {
      delays.runAll();
      await topic.close();
      await Promise.all([ledger.close(), rawStore.close(), identities.saved(), suppressionList.saved()]);
    },
  };
}
