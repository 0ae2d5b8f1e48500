import { expect, test } from "@jest/globals";
import { readMail } from "./tracking";

test("reads a mail's account, message and recipient from SendRawEmail's form", () => {
  const form = new URLSearchParams({
    Action: "SendRawEmail",
    "Destinations.member.1": "a+b@example.com",
    "RawMessage.Data": "Rm9v+/==",
    "Tags.member.1.Name": "sendex-message",
    "Tags.member.1.Value": "msg_1",
    "Tags.member.2.Name": "sendex-account",
    "Tags.member.2.Value": "acc_1",
  });
  expect(readMail(new URLSearchParams(form.toString()), "ses-1")).toEqual({
    accountId: "acc_1",
    messageId: "msg_1",
    address: "a+b@example.com",
    sesMessageId: "ses-1",
  });
});
