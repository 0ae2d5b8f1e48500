import { readFile } from "node:fs/promises";
import { type ConnectionOptions, connect, type PeerCertificate } from "node:tls";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { createTransport } from "nodemailer";
import { watchCertificate } from "@sendex/smtp/certificate";
import { openSmtp } from "@sendex/smtp/server";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { openTestContext, type TestContext } from "@sendex/testing/context";
import { silentLog } from "@sendex/testing/log";
import { certificateFiles, renew } from "./certificate-files";

let test: TestContext;
let account: SeededAccount;
let files: Awaited<ReturnType<typeof certificateFiles>>;
let server: Awaited<ReturnType<typeof openSmtp>>;
beforeAll(async () => {
  test = await openTestContext();
  account = await seedAccount(test.context);
  files = await certificateFiles();
  const options = { ...test.settings.smtp, host: "127.0.0.1", name: "mail.test", clear: false };
  server = await openSmtp(test.context, silentLog, { ...options, tlsPort: 0, certificate: files });
});
afterAll(async () => {
  await server.close(1_000);
  await test.close();
});

const send = async (options: object): Promise<string> => {
  const transport = createTransport({
    host: "127.0.0.1",
    auth: { user: "x", pass: account.keys.full },
    tls: { ca: await readFile(files.certFile) },
    ...options,
  });
  const mail = { from: `a@${account.domain}`, to: "b@example.com", subject: "s", text: "t" };
  const { response } = await transport.sendMail(mail);
  transport.close();
  return response;
};

const shown = (port: number): Promise<PeerCertificate> =>
  new Promise((resolve, reject) => {
    const options: ConnectionOptions = { port, host: "127.0.0.1", rejectUnauthorized: false };
    const socket = connect(options, () => {
      resolve(socket.getPeerCertificate());
      socket.destroy();
    });
    socket.on("error", reject);
  });

it("takes mail over STARTTLS, and over TLS from the first byte", async () => {
  expect(await send({ port: server.port, requireTLS: true })).toContain("Accepted as msg_");
  expect(await send({ port: server.tlsPort, secure: true })).toContain("Accepted as msg_");
});

it("refuses a key in clear", async () => {
  await expect(send({ port: server.port, ignoreTLS: true })).rejects.toThrow();
});

it("speaks no TLS before 1.2", async () => {
  const old = { maxVersion: "TLSv1.1", minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" };
  await expect(
    send({ port: server.tlsPort, secure: true, tls: { rejectUnauthorized: false, ...old } }),
  ).rejects.toThrow();
});

it("shows a new certificate once its files have changed, and keeps the old one where they are no pair", async () => {
  const before = (await shown(server.tlsPort ?? 0)).fingerprint256;
  const seen: string[] = [];
  const watching = watchCertificate(files, silentLog, ({ cert }) => seen.push(cert.toString()), 10);
  await renew(files);
  while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  watching.stop();
  expect(seen.at(-1)).toBe(await readFile(files.certFile, "utf8"));
  expect((await shown(server.tlsPort ?? 0)).fingerprint256).toBe(before);
});
