import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it, jest } from "@jest/globals";
import { openPorts, type OpenedPorts } from "@sendex/boot/ports";
import { authenticate } from "@sendex/pipeline/access/authenticate";
import { type Drive, openDrive, post } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { statusOf, timeline } from "@sendex/testing/look";

/** Stands where SES would, and remembers every request. */
interface Listener {
  url: string;
  asked: string[];
  /** The access key of each. */
  keys: (string | undefined)[];
  server: Server;
}

async function listen(): Promise<Listener> {
  const asked: string[] = [];
  const keys: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      keys.push(/Credential=(\w+)/.exec(request.headers.authorization ?? "")?.[1]);
      asked.push(new URLSearchParams(Buffer.concat(chunks).toString()).get("Action") ?? "something else");
      response
        .writeHead(200, { "content-type": "text/xml" })
        .end(
          "<SendRawEmailResponse><SendRawEmailResult><MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>",
        );
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, keys, server };
}

let aws: Listener;
let sandbox: Listener;
let drive: Drive;
let ways: OpenedPorts[];
let ambient: { restore(): void };

beforeAll(async () => {
  [aws, sandbox] = await Promise.all([listen(), listen()]);
  ambient = jest.replaceProperty(process, "env", {
    ...process.env,
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: "AMBIENT",
    AWS_SECRET_ACCESS_KEY: "secret",
  });
  drive = await openDrive({ settings: { sesMode: "aws", awsRegion: "eu-west-1", sandbox: undefined } });
  const { settings, context } = drive.test;
  const beside = { ...settings, sandbox: { url: sandbox.url } };
  ways = [
    openPorts(beside, context),
    openPorts(settings, context),
    openPorts({ ...beside, sesMode: "sandbox" }, context),
  ];
});
afterAll(async () => {
  for (const way of ways) way.close();
  ambient.restore();
  await drive.test.close();
  for (const { server } of [aws, sandbox]) {
    server.closeAllConnections();
    server.close();
  }
});

/** → the message's id, and the drive as its key has it: another key's mode cannot read it. */
async function sendBy(key: string, way: OpenedPorts | undefined): Promise<{ id: string; by: Drive }> {
  const { context } = drive.test;
  if (way) context.ports.send = way.ports.send;
  const by = { ...drive, caller: await authenticate(context, `Bearer ${key}`) };
  const id = await post(by);
  await sendDue(drive);
  return { id, by };
}

it("sends mail of a test key to the sandbox, and mail of a live key to AWS", async () => {
  const tested = await sendBy(drive.account.keys.test, ways[0]);
  expect(await statusOf(tested.by, tested.id)).toBe("sent");
  expect([sandbox.asked, aws.asked]).toEqual([["SendRawEmail"], []]);
  const live = await sendBy(drive.account.keys.full, ways[0]);
  expect(await statusOf(live.by, live.id)).toBe("sent");
  expect([sandbox.asked, aws.asked]).toEqual([["SendRawEmail"], ["SendRawEmail"]]);
});

it("fails mail of a test key where there is no sandbox, rather than let AWS have it", async () => {
  const before = aws.asked.length;
  const { id, by } = await sendBy(drive.account.keys.test, ways[1]);
  expect(await timeline(by, id)).toEqual(["queued", "attempt", "failed"]);
  expect(aws.asked).toHaveLength(before);
});

it("sends both to one sandbox as two AWS accounts, since a suppression list there is about live mail", async () => {
  sandbox.keys.length = 0;
  const { settings } = drive.test.context;
  Object.assign(settings, { liveRoute: "sandbox" });
  await sendBy(drive.account.keys.test, ways[2]);
  await sendBy(drive.account.keys.full, ways[2]);
  expect(sandbox.keys).toEqual(["SANDBOXLISTLESS", "SANDBOX"]);
});
