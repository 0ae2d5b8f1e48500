import { describe, expect, test } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { openSns } from "../src/sns";
import { CERT_URL, CERTIFICATE, HASH, open, OTHER_NAME, signed, TOPIC, verify } from "./sns-signing";

describe("a genuine envelope", () => {
  test.each(["1", "2"])("of SignatureVersion %s is accepted", async (SignatureVersion) => {
    expect(await verify(signed({ SignatureVersion, Subject: "Hi" }))).toEqual({
      ok: true,
      message: {
        type: "Notification",
        messageId: "4f7c5f8e-0000-5555-aaaa-1234567890ab",
        topicArn: TOPIC,
        message: '{"eventType":"Send"}',
        timestamp: new Date("2050-01-02T03:04:05.678Z"),
        trust: "aws",
      },
    });
  });

  test.each(["SubscriptionConfirmation", "UnsubscribeConfirmation"])(
    "of type %s has its token",
    async (Type) => {
      const result = await verify(
        signed({ Type, Token: "tok", SubscribeURL: "https://sns/?Action=Confirm" }),
      );
      expect(result).toMatchObject({ ok: true, message: { type: Type, token: "tok" } });
    },
  );

  test("keeps line breaks and other alphabets in its Message", async () => {
    const Message = "Grüße\n\nMessageId\n名\n";
    expect(await verify(signed({ Message }))).toMatchObject({ ok: true, message: { message: Message } });
  });

  test("of version 1 is refused where version 2 is required", async () => {
    expect(await verify(signed({ SignatureVersion: "1" }), { requireV2: true })).toMatchObject({ ok: false });
    expect(await verify(signed(), { requireV2: true })).toMatchObject({ ok: true });
  });
});

describe("an altered envelope", () => {
  const confirmation = { Type: "SubscriptionConfirmation", Token: "tok", SubscribeURL: "https://sns/" };

  test.each([
    ["Message", signed(), { Message: '{"eventType":"Bounce"}' }],
    ["Message's line break", signed({ Message: "x\n" }), { Message: "x" }],
    ["MessageId", signed(), { MessageId: "another" }],
    ["an added Subject", signed(), { Subject: "new" }],
    ["a dropped Subject", signed({ Subject: "old" }), { Subject: undefined }],
    ["Timestamp", signed(), { Timestamp: "2050-01-02T03:04:05.679Z" }],
    ["Type", signed(), confirmation],
    ["Type of a confirmation", signed(confirmation), { Type: "UnsubscribeConfirmation" }],
    ["Type back to a notification", signed(confirmation), { Type: "Notification" }],
    ["Token", signed(confirmation), { Token: "mine" }],
    ["SubscribeURL", signed(confirmation), { SubscribeURL: "https://evil.test/" }],
    ["SignatureVersion", signed(), { SignatureVersion: "1" }],
    ["Signature", signed(), { Signature: "AAAA" }],
    [
      "the fields' borders",
      signed({ Message: "a\nMessageId\nb", MessageId: "c" }),
      { Message: "a", MessageId: "b\nMessageId\nc" },
    ],
    [
      "a Subject folded into MessageId",
      signed({ Subject: "s" }),
      { MessageId: "4f7c5f8e-0000-5555-aaaa-1234567890ab\nSubject\ns", Subject: undefined },
    ],
  ])("%s: refused", async (_name, fields, change) => {
    expect(await verify(fields)).toMatchObject({ ok: true });
    expect(await verify({ ...fields, ...change })).toMatchObject({ ok: false });
  });

  test("a repeated key counts as the last one says, for the check and for what is handed on", async () => {
    const genuine = JSON.stringify(signed());
    const { verify: check } = open();
    expect(await check(`${genuine.slice(0, -1)},"Message":"forged"}`)).toMatchObject({ ok: false });
    expect(await check(`{"Message":"forged",${genuine.slice(1)}`)).toMatchObject({
      ok: true,
      message: { message: '{"eventType":"Send"}' },
    });
  });
});

describe("what is refused without any request", () => {
  test.each([
    ["a foreign topic", signed({ TopicArn: "arn:aws:sns:eu-west-1:999999999999:ses-events" })],
    ["our topic's name with more behind it", signed({ TopicArn: `${TOPIC}x` })],
    ["a topic in another case", signed({ TopicArn: TOPIC.toUpperCase() })],
    ["an evil certificate host", signed({ SigningCertURL: CERT_URL.replace(".com/", ".com.evil.test/") })],
    [
      "a certificate of another region",
      signed({ SigningCertURL: CERT_URL.replace("eu-west-1", "us-east-1") }),
    ],
    ["a certificate over http", signed({ SigningCertURL: CERT_URL.replace("https", "http") })],
    ["an unknown Type", signed({ Type: "Notice" })],
    ["an unknown SignatureVersion", signed({ SignatureVersion: "3" })],
    ["a numeric SignatureVersion", { ...signed(), SignatureVersion: 2 }],
    ["a Timestamp that is none", signed({ Timestamp: "yesterday" })],
    ["a Timestamp that cannot be", signed({ Timestamp: "2050-13-41T03:04:05Z" })],
    [
      "a confirmation without a token",
      signed({ Type: "SubscriptionConfirmation", SubscribeURL: "https://u/" }),
    ],
    ["an array", [signed()]],
    ["null", null],
    ["a string", "hello"],
    ["a number", 7],
    ["an empty object", {}],
    ...[
      "Type",
      "MessageId",
      "TopicArn",
      "Message",
      "Timestamp",
      "Signature",
      "SigningCertURL",
      "SignatureVersion",
    ].flatMap((name): [string, unknown][] => [
      [`no ${name}`, { ...signed(), [name]: undefined }],
      [`a null ${name}`, { ...signed(), [name]: null }],
      [`an array as ${name}`, { ...signed(), [name]: [signed()[name]] }],
      [`an object as ${name}`, { ...signed(), [name]: { toString: "x" } }],
    ]),
  ])("%s", async (_name, fields) => {
    const { verify: check, fetched } = open();
    expect(await check(JSON.stringify(fields))).toMatchObject({ ok: false });
    expect(fetched).toEqual([]);
  });

  test.each([
    ["bad JSON", "{"],
    ["nothing", ""],
    ["a huge body", JSON.stringify(signed({ Message: "x".repeat(5_000_000) }))],
  ])("%s", async (_name, body) => {
    const { verify: check, fetched } = open();
    expect(await check(body)).toMatchObject({ ok: false });
    expect(fetched).toEqual([]);
  });
});

describe("the certificate", () => {
  test("of another name is refused", async () => {
    expect(await verify(signed(), { fetchCertificate: () => Promise.resolve(OTHER_NAME) })).toMatchObject({
      ok: false,
    });
  });

  test.each(["2001-01-01T00:00:00.000Z", "2999-01-01T00:00:00.000Z"])(
    "not valid at the message's time %s is refused",
    async (Timestamp) => {
      expect(await verify(signed({ Timestamp }))).toMatchObject({
        ok: false,
        why: expect.stringContaining("not valid"),
      });
    },
  );

  test("is fetched once for many that ask at once, and kept", async () => {
    const { verify: check, fetched } = open();
    const body = JSON.stringify(signed());
    await Promise.all(Array.from({ length: 20 }, () => check(body)));
    await check(body);
    expect(fetched).toEqual([CERT_URL]);
  });

  test.each([
    ["cannot be fetched", () => Promise.reject(new Error("no route"))],
    ["is not one", () => Promise.resolve("<html>")],
    ["comes twice", () => Promise.resolve(CERTIFICATE + CERTIFICATE)],
  ])("that %s makes the check reject, and is asked for again", async (_name, fail) => {
    let calls = 0;
    const { verify: check } = open({
      fetchCertificate: () => (++calls === 1 ? fail() : Promise.resolve(CERTIFICATE)),
    });
    const body = JSON.stringify(signed());
    await expect(check(body)).rejects.toThrow();
    expect(await check(body)).toMatchObject({ ok: true });
  });

  test("made-up addresses are not fetched without bound", async () => {
    let fetches = 0;
    const { verify: check } = open({ fetchCertificate: () => (fetches++, new Promise(() => undefined)) });
    const bodies = Array.from({ length: 50 }, (_, n) =>
      JSON.stringify(
        signed({ SigningCertURL: CERT_URL.replace(HASH, HASH.slice(2) + String(n).padStart(2, "0")) }),
      ),
    );
    const settled = bodies.map((body) => check(body).catch(String));
    expect(await Promise.race(settled)).toBe("Error: Too many certificates are being fetched");
    expect(fetches).toBeLessThanOrEqual(8);
  });
});

test("an allow-list entry that is no topic's ARN is a start-up error", () => {
  expect(() => open({ topicArns: ["arn:aws:s3:::bucket"] })).toThrow("Not the ARN of an SNS topic");
});

const SAMPLES = path.resolve(__dirname, "../../../../shared/ses-samples");

/** Public captures with genuine AWS signatures; where they are not at hand, our own vectors above must do. */
if (existsSync(SAMPLES)) {
  describe("captured from AWS", () => {
    const sample = (name: string): string => readFileSync(path.join(SAMPLES, name), "utf8");
    const aws = (body: string) =>
      openSns({
        topicArns: [(JSON.parse(body) as { TopicArn: string }).TopicArn],
        fetchCertificate: () =>
          Promise.resolve(sample("certs/SimpleNotificationService-7ff5318490ec183fbaddaa2a969abfda.pem")),
      });

    test.each([
      ["31-keila-event-bounce-permanent-signed.json", true],
      ["57-awssdkruby-signed-sha256.json", true],
      ["40-mozilla-identity-bounce-spam-tampered.json", false],
    ])("%s: %s", async (name, ok) => {
      const body = sample(name);
      expect((await aws(body).verify(body)).ok).toBe(ok);
    });
  });
}
