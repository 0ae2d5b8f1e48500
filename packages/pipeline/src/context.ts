import type { OidcSettings } from "@sendex/auth/options";
import type { FailPoint } from "@sendex/core/fail-point";
import type { SignUpMode } from "@sendex/core/people/rules";
import type {
  CheckEndpoint,
  Clock,
  ConfirmSns,
  DomainIdentities,
  FetchFile,
  GetSendQuota,
  ImageStore,
  Log,
  LookupMx,
  LookupRecords,
  Meters,
  PostOut,
  ReadSandboxMail,
  ReviewMail,
  SendMail,
  SesList,
  VerifySns,
} from "@sendex/core/ports";
import type { Route } from "@sendex/core/accepting/message";
import type { SmtpDoor } from "@sendex/core/smtp/door";
import type { Sealer } from "@sendex/crypto/seal";
import type { Data } from "@sendex/data/database/open";
import type { Invalidations } from "@sendex/queue/invalidations";
import type { DomainPaces } from "@sendex/queue/domain-paces";
import type { Pace } from "@sendex/queue/pace";
import type { Queues } from "@sendex/queue/producer";
import type { RateWindows } from "@sendex/queue/rate-window";
import type { Templates } from "@sendex/render/templates";
import type { Batches } from "./batches";
import type { EventHints } from "@sendex/queue/event-hints";
import type { Streams } from "./events/streams";
import type { FileRoom } from "./accepting/file-room";
import type { RawDeliveries } from "./reports/raw-deliveries";
import type { Hints } from "./hints/open";
import type { KeyUses } from "./access/key-uses";
import type { RequestLog } from "./logs/gather";

/** What every verb is given: the open connections, the ports, and the few settings that rules depend on. */
export interface Context {
  clock: Clock;
  log: Log;
  meters: Meters;
  data: Data;
  batches: Batches;
  queues: Queues;
  rates: RateWindows;
  invalidations: Invalidations;
  hints: Hints;
  eventHints: EventHints;
  streams: Streams;
  keyUses: KeyUses;
  requestLog: RequestLog;
  files: FileRoom;
  rawDeliveries: RawDeliveries;
  pace: Pace;
  domains: DomainPaces;
  sealer: Sealer;
  templates: Templates;
  ports: {
    send: SendMail;
    quota: GetSendQuota;
    identities: DomainIdentities;
    sesList: SesList;
    lookupMx: LookupMx;
    lookupRecords: LookupRecords;
    postOut: PostOut;
    fetchFile: FetchFile;
    checkEndpoint: CheckEndpoint;
    verifySns: VerifySns;
    confirmSns: ConfirmSns;
    review: ReviewMail;
    /** Absent: there is no sandbox. */
    readSandboxMail?: ReadSandboxMail;
    /** Absent: images are kept in PostgreSQL. */
    imageStore?: ImageStore;
  };
  failPoint: FailPoint;
  settings: PipelineSettings;
}

export interface PipelineSettings {
  /** Where live mail leaves; test mail leaves by the sandbox always. */
  liveRoute: Route;
  /** Of SES, where live domains are verified. */
  region: string;
  /** Of SNS, those whose notifications are taken. */
  topicArns: string[];
  /** Absent: SES publishes no events for us. */
  configurationSet?: string;
  /** Multiplies every delay of ours; 1 outside tests and drills. */
  retryTimeScale: number;
  rateLimitPerMinute: number;
  /** How long messages are known, their content apart. */
  metadataRetentionDays: number;
  keyPepper: string;
  /** Sender of the service's own mail; absent: none is sent. */
  systemFrom?: string;
  /** Scheme, host and port of the API as browsers see it. */
  publicUrl: string;
  /** Where customers' programs hand mail over by SMTP; absent: nowhere. */
  publicSmtp?: SmtpDoor;
  /** Who may become a user. */
  signUp: SignUpMode;
  /** Whom people may sign in by, beside their passwords. */
  oidc?: OidcSettings;
  /** Express' "trust proxy" words; absent: the socket's address is the client's. */
  trustProxy?: string;
}
