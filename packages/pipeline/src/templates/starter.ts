import type { TemplateContent } from "@sendex/core/templates/template";
import { newId } from "@sendex/crypto/token";
import type { Records } from "@sendex/data/database/transaction";
import { createTemplate } from "@sendex/data/templates/versions";

const ALIAS = "otp-code";

/** A one-time code, the example of the Sendarix document: a new account can send it at once, and change it. */
const CONTENT: TemplateContent = {
  subject: "Your verification code: {{ code }}",
  html: `<!doctype html>
<html lang="en">
  <body style="margin:0;padding:32px;font-family:system-ui,sans-serif;color:#1a1a1a;background:#ffffff">
    <p style="margin:0 0 16px">Your verification code is</p>
    <p style="margin:0 0 16px;font-size:32px;font-weight:700;letter-spacing:4px">{{ code }}</p>
    <p style="margin:0;color:#595959">It is valid for {{ expires_in }}. If you did not ask for it, ignore this mail.</p>
  </body>
</html>
`,
  text: `Your verification code is {{ code }}

It is valid for {{ expires_in }}. If you did not ask for it, ignore this mail.
`,
  mjml: null,
  blocks: null,
  from: null,
  replyTo: [],
  variables: [
    { key: "code", type: "string" },
    { key: "expires_in", type: "string", fallback: "10 minutes" },
  ],
};

/** Gives a new account its first template, published. */
export async function addStarterTemplate(
  records: Records,
  accountId: string,
  createdAt: Date,
): Promise<void> {
  const id = newId("tpl", createdAt);
  const template = { accountId, id, name: "One-time code", alias: ALIAS, createdAt };
  const version = { ...CONTENT, id: newId("tpv", createdAt), publishedAt: createdAt };
  await createTemplate(records, template, version);
}
