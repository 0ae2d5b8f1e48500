import {
  MAX_BODY_BYTES,
  MAX_ENCODED_MAILBOX_BYTES,
  MAX_FILE_BYTES,
  MAX_RECIPIENTS,
  SCHEDULE_AHEAD_DAYS,
  SCHEDULE_PAST_SECONDS,
  SES_V2_MAX_BYTES,
} from "@sendex/core/accepting/message";
import {
  MAX_ADDRESS_CHARACTERS,
  MAX_LABEL_CHARACTERS,
  MAX_LOCAL_CHARACTERS,
} from "@sendex/core/accepting/address";
import { MAX_MAILBOX_NAME_CHARACTERS } from "@sendex/core/accepting/mailboxes";
import { MAX_IMPORT_BYTES, MAX_OPEN_IMPORTS } from "@sendex/core/audiences/imports/import";
import { MAX_DOMAINS } from "@sendex/core/domains";
import { MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS, MAX_IMAGES_BYTES } from "@sendex/core/images/image";
import { MAX_APPEALS } from "@sendex/core/reputation/standing";
import {
  MAX_RENDERED_CHARACTERS,
  MAX_TEMPLATE_VERSIONS,
  MAX_TEMPLATES,
} from "@sendex/core/templates/template";
import { MAX_API_KEYS } from "@sendex/pipeline/access/api-keys";
import { ADDRESS_LIMIT_PER_MINUTE } from "@sendex/pipeline/access/limit-rate";
import { MAX_WEBHOOKS } from "@sendex/pipeline/webhooks/endpoints";
import { MAX_DEPTH, MAX_ELEMENTS, MAX_KEYS } from "../body/json-guard";
import { MAX_SHOWN_FIELDS } from "../render-error";
import { MAX_HEADER_BYTES } from "../server";

/** What is limited, and to how much: the limits that belong to no field, for people who read a description. */
export type GeneralLimit = readonly [what: string, most: string];

const KIB = 1024;
const MIB = KIB * KIB;
const MB = 1_000_000;

const REQUEST_LIMITS: GeneralLimit[] = [
  ["the body of a request", `${MAX_BODY_BYTES / MIB} MiB`],
  ["its depth as JSON", `${MAX_DEPTH} levels`],
  ["its keys and containers", counted(MAX_KEYS)],
  ["its array elements, a file's bytes not counted", counted(MAX_ELEMENTS)],
  ["a whole number in it", `±${Number.MAX_SAFE_INTEGER} (2^53 - 1); send a larger one as text`],
  ["the path and headers of a request", `${MAX_HEADER_BYTES / KIB} KiB`],
  ["the fields that one refusal names", counted(MAX_SHOWN_FIELDS)],
  ["requests of an address without a key", `${ADDRESS_LIMIT_PER_MINUTE} a UTC minute`],
];

const CUSTOMER_LIMITS: GeneralLimit[] = [
  ...REQUEST_LIMITS,
  ["distinct addresses of a message, over to, cc and bcc", counted(MAX_RECIPIENTS)],
  [
    "an address",
    `${MAX_ADDRESS_CHARACTERS} characters, ${MAX_LOCAL_CHARACTERS} before the @, ${MAX_LABEL_CHARACTERS} a label of the domain`,
  ],
  [
    "an address with its name",
    `${MAX_MAILBOX_NAME_CHARACTERS} characters of name; ${MAX_ENCODED_MAILBOX_BYTES} bytes as encoded for the mail's header`,
  ],
  ["a message as a mail, files in base64", `${SES_V2_MAX_BYTES / MB} MB`],
  ["a file that is fetched, and all files of a message together", `${MAX_FILE_BYTES / MB} MB`],
  [
    "the time of a scheduled message",
    `${SCHEDULE_AHEAD_DAYS} days ahead; up to ${SCHEDULE_PAST_SECONDS} seconds in the past means now`,
  ],
  ["a rendered subject, HTML or text of a template", `${counted(MAX_RENDERED_CHARACTERS)} characters`],
  ["a file of contacts, and how long it may be on its way", `${MAX_IMPORT_BYTES / MIB} MiB; 2 minutes`],
  ["files of contacts of an account that are not read in yet", counted(MAX_OPEN_IMPORTS)],
  ["an image, and a side of it", `${MAX_IMAGE_BYTES / MIB} MiB; ${counted(MAX_IMAGE_PIXELS)} pixels`],
  ["all images of an account", `${MAX_IMAGES_BYTES / MIB} MiB`],
  ["domains of an account", counted(MAX_DOMAINS)],
  ["API keys of an account", counted(MAX_API_KEYS)],
  ["webhook endpoints of an account", counted(MAX_WEBHOOKS)],
  ["templates of an account", counted(MAX_TEMPLATES)],
  ["versions of a template", counted(MAX_TEMPLATE_VERSIONS)],
  ["appeals against one suspension", counted(MAX_APPEALS)],
];

export const GENERAL_LIMITS = { customers: CUSTOMER_LIMITS, operators: REQUEST_LIMITS };

/** As Markdown, behind what else a description says. */
export function limitsText(limits: readonly GeneralLimit[]): string {
  const lines = limits.map(([what, most]) => `- ${what}: ${most}`);
  return ["At most, beside the limits of each field:", "", ...lines].join("\n");
}

function counted(number: number): string {
  return number.toLocaleString("en-US");
}
