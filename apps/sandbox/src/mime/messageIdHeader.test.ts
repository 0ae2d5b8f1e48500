import { expect, it } from "@jest/globals";
import { withMessageId } from "./messageIdHeader";

const ID = "<0100-a@email.amazonses.com>";

it.each([
  ["From: a\r\nMessage-ID: <x@y>\r\nTo: b\r\n\r\nbody", `From: a\r\nMessage-ID: ${ID}\r\nTo: b\r\n\r\nbody`],
  ["message-id:\r\n <x@y>\r\nTo: b\r\n\r\nbody", `Message-ID: ${ID}\r\nTo: b\r\n\r\nbody`],
  ["To: b\n\nMessage-ID: <in the body>\n", `Message-ID: ${ID}\r\nTo: b\n\nMessage-ID: <in the body>\n`],
  ["Message-ID: <x@y>\nMessage-Id: <z@y>\nTo: b\n\n", `Message-ID: ${ID}\nTo: b\n\n`],
  ["Message-ID: <x@y>", `Message-ID: ${ID}`],
])("replaces the Message-ID of %j and nothing else", (raw, replaced) => {
  expect(withMessageId(Buffer.from(raw), ID).toString()).toBe(replaced);
});

it("keeps every other byte", () => {
  const raw = Buffer.concat([Buffer.from("Subject: é\r\n\r\n"), Buffer.from([0, 255, 128, 10])]);
  expect(withMessageId(raw, ID).subarray(`Message-ID: ${ID}\r\n`.length)).toEqual(raw);
});
