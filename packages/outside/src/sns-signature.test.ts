import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { SnsEnvelope } from "./sns-envelope";
import { parseEnvelope } from "./sns-envelope";
import { isCertificateUrl, parseCertificate, stringToSign } from "./sns-signature";

const TOPIC = "arn:aws:sns:eu-west-1:123456789012:ses-events";
const HASH = "0123456789abcdef0123456789abcdef";
const URL_OF_TOPIC = `https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-${HASH}.pem`;

function envelope(over: Partial<SnsEnvelope> = {}): SnsEnvelope {
  return {
    Type: "Notification",
    MessageId: "m-1",
    TopicArn: TOPIC,
    Message: "hello\n",
    Timestamp: "2030-01-02T03:04:05.678Z",
    SignatureVersion: "2",
    Signature: "c2ln",
    SigningCertURL: URL_OF_TOPIC,
    ...over,
  };
}

describe("stringToSign", () => {
  test("names the fields of a notification in order and keeps a trailing line break", () => {
    expect(stringToSign(envelope({ Subject: "S" }))).toBe(
      `Message\nhello\n\nMessageId\nm-1\nSubject\nS\nTimestamp\n2030-01-02T03:04:05.678Z\nTopicArn\n${TOPIC}\nType\nNotification\n`,
    );
  });

  test("leaves an absent subject out", () => {
    expect(stringToSign(envelope())).not.toContain("Subject");
  });

  test("signs token and address of a confirmation, and no subject", () => {
    const confirmation = envelope({
      Type: "SubscriptionConfirmation",
      Token: "t",
      SubscribeURL: "https://u/",
      Subject: "no",
    });
    expect(stringToSign(confirmation)).toBe(
      `Message\nhello\n\nMessageId\nm-1\nSubscribeURL\nhttps://u/\nTimestamp\n2030-01-02T03:04:05.678Z\nToken\nt\nTopicArn\n${TOPIC}\nType\nSubscriptionConfirmation\n`,
    );
  });

  test("two different envelopes that parse never have the same string", () => {
    const tricky = fc
      .array(
        fc.constantFrom("\n", "MessageId", "Subject", "Timestamp", "a", "\nMessageId\na", "\nSubject\na"),
      )
      .map((parts) => parts.join(""));
    const any = fc.record({
      Message: tricky,
      MessageId: tricky,
      Subject: fc.option(tricky, { nil: undefined }),
    });
    fc.assert(
      fc.property(any, any, (left, right) => {
        const [a, b] = [left, right].map((over) =>
          parseEnvelope(JSON.stringify({ ...envelope(), ...over }), () => true),
        );
        if (!a || !b || typeof a === "string" || typeof b === "string") return;
        const same = a.Message === b.Message && a.MessageId === b.MessageId && a.Subject === b.Subject;
        expect(stringToSign(a) === stringToSign(b)).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("isCertificateUrl", () => {
  test("accepts what SNS publishes in the topic's region", () => {
    expect(isCertificateUrl(URL_OF_TOPIC, TOPIC)).toBe(true);
  });

  test("China has a domain of its own", () => {
    const arn = "arn:aws-cn:sns:cn-north-1:123456789012:t";
    const file = `SimpleNotificationService-${HASH}.pem`;
    expect(isCertificateUrl(`https://sns.cn-north-1.amazonaws.com.cn/${file}`, arn)).toBe(true);
    expect(isCertificateUrl(`https://sns.cn-north-1.amazonaws.com/${file}`, arn)).toBe(false);
    expect(isCertificateUrl(URL_OF_TOPIC.replace(".com/", ".com.cn/"), TOPIC)).toBe(false);
  });

  test.each([
    ["a longer host", URL_OF_TOPIC.replace(".com/", ".com.evil.test/")],
    ["a host before", URL_OF_TOPIC.replace("https://", "https://evil.test/")],
    ["http", URL_OF_TOPIC.replace("https", "http")],
    ["a port", URL_OF_TOPIC.replace(".com/", ".com:8443/")],
    ["the default port", URL_OF_TOPIC.replace(".com/", ".com:443/")],
    ["a query", `${URL_OF_TOPIC}?x=.pem`],
    ["a fragment", `${URL_OF_TOPIC}#.pem`],
    ["a user", URL_OF_TOPIC.replace("https://", "https://sns@")],
    ["a host as the user", URL_OF_TOPIC.replace(".com/", ".com@evil.test/")],
    ["another region", URL_OF_TOPIC.replace("eu-west-1", "us-east-1")],
    ["another service", URL_OF_TOPIC.replace("sns.", "s3.")],
    ["a bucket's host", URL_OF_TOPIC.replace("https://sns.", "https://sns.s3.")],
    ["another path", URL_OF_TOPIC.replace("/Simple", "/bucket/Simple")],
    ["dot segments", URL_OF_TOPIC.replace("/Simple", "/x/../Simple")],
    ["a short hash", URL_OF_TOPIC.replace(HASH, HASH.slice(1))],
    ["a hash in capitals", URL_OF_TOPIC.replace(HASH, HASH.toUpperCase())],
    ["no .pem", URL_OF_TOPIC.replace(".pem", ".crt")],
    ["a line break at the end", `${URL_OF_TOPIC}\n`],
    ["a space before", ` ${URL_OF_TOPIC}`],
    ["backslashes", URL_OF_TOPIC.replace("https://", "https:\\\\")],
    ["capitals in the host", URL_OF_TOPIC.replace("sns.eu", "SNS.eu")],
  ])("refuses %s", (_name, url) => {
    expect(isCertificateUrl(url, TOPIC)).toBe(false);
  });

  test.each([
    "",
    "arn:aws:sqs:eu-west-1:123456789012:q",
    "arn:aws:sns:evil.test/:123456789012:t",
    "arn:aws:sns::1:t",
  ])("refuses whatever is said for the topic %j", (arn) => {
    expect(isCertificateUrl(URL_OF_TOPIC, arn)).toBe(false);
  });
});

test.each(["", "nonsense", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])(
  "%j is no certificate",
  (pem) => {
    expect(() => parseCertificate(pem)).toThrow();
  },
);
