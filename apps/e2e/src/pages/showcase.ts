import type { NewEmail } from "@sendex/sdk/generated/api";
import { eventually } from "../eventually";
import type { Stack } from "../stack";

/** What the pages need to be worth looking at. */
export interface Showcase {
  /** A message with two recipients of whom one bounced, and with a file. */
  bounced: string;
  scheduled: string;
}

const HTML = `<!doctype html><html><head><style>
body { margin: 0; padding: 32px; background: #f4f4f7; font-family: Helvetica, Arial, sans-serif }
.card { max-width: 520px; margin: auto; padding: 32px; background: #fff; border-radius: 8px }
.go { display: inline-block; padding: 12px 20px; background: #3d5ce8; border-radius: 6px; color: #fff }
</style></head><body><div class="card">
<h1 style="font-size: 22px">Your order is on its way</h1>
<p style="color: #555; line-height: 1.6">Hello Ada, we have packed what you ordered. It will be with you on Thursday.</p>
<p><a class="go" href="https://shop.example/orders/48213">Follow it</a></p>
</div></body></html>`;

/** Of the kinds of mail that a shop sends; those to the simulator come to different ends (docs/sandbox.md). */
const MAILS: Partial<NewEmail>[] = [
  { to: "grace.hopper@example.com", subject: "Reset your password" },
  { to: "margaret.hamilton@example.org", subject: "Your receipt from Acme" },
  { to: "Linus <linus@example.net>", subject: "Invitation to the project “Aurora”" },
  { to: "complaint@simulator.amazonses.com", subject: "Weekly summary" },
  { to: "suppressionlist@simulator.amazonses.com", subject: "Your trial ends in 3 days" },
  { to: "katherine.johnson@example.com", subject: "Confirm your e-mail address" },
];

/** Sends it all and waits until SES has told of it. */
export async function openShowcase({ tenant }: Stack): Promise<Showcase> {
  const { client, domain } = tenant;
  const from = `Acme <hello@${domain}>`;
  const tags = [{ name: "campaign", value: "spring" }];
  for (const mail of MAILS) await client.send({ from, html: HTML, text: "Hello Ada", tags, ...mail });
  const scheduled = await client.send({ from, subject: "See you tomorrow", scheduled_at: "in 2 days" });
  const bounced = await client.send({
    ...{ from, html: HTML, text: "Hello Ada, your order is on its way.", tags },
    to: ["bounce@simulator.amazonses.com", "ada.lovelace@example.com"],
    subject: "Your order #48213 is on its way",
    metadata: { order: "48213" },
    attachments: [{ filename: "invoice.pdf", content: Buffer.from("%PDF-1.4").toString("base64") }],
  });
  await eventually(async () => {
    const { recipients } = await client.email(bounced);
    const states = recipients.map(({ status }) => status).sort();
    if (states.join() !== "bounced,delivered") throw new Error(`it is ${states.join()}`);
  });
  return { bounced, scheduled };
}
