import { expect, it } from "@jest/globals";
import { slimNotification } from "./slim-notification";

const MAIL = { messageId: "ses-1", destination: ["a@example.com"], tags: { "sendex-message": ["msg_1"] } };
const HEADERS = {
  headersTruncated: false,
  headers: [{ name: "Subject", value: "Secret" }],
  commonHeaders: { subject: "Secret" },
};

it("leaves out what a notification repeats of the mail, and nothing else", () => {
  const slim = slimNotification(
    JSON.stringify({
      eventType: "Click",
      mail: { ...MAIL, ...HEADERS },
      click: { link: "https://a.example" },
    }),
  );
  expect(JSON.parse(slim)).toEqual({ eventType: "Click", mail: MAIL, click: { link: "https://a.example" } });
});

it("leaves received mail as it is: its headers are all that there is of it", () => {
  const message = JSON.stringify({ notificationType: "Received", mail: { ...MAIL, ...HEADERS } });
  expect(slimNotification(message)).toBe(message);
});

it.each(["not JSON with headers in it", '["headers"]', JSON.stringify({ eventType: "Send", mail: MAIL })])(
  "leaves %s as it is",
  (message) => {
    expect(slimNotification(message)).toBe(message);
  },
);
