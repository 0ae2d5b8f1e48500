import { STARTER_BLOCKS } from "../ui/writing/blocks/new-block";
import type { Content } from "./draft";

/** What a new template may begin as. */
export const STARTERS = ["blank", "blocks", "code", "receipt"] as const;
export type Starter = (typeof STARTERS)[number];

export const MJML_STARTER = `<mjml>
  <mj-head>
    <mj-attributes>
      <mj-all font-family="Helvetica, Arial, sans-serif" />
    </mj-attributes>
  </mj-head>
  <mj-body background-color="#f4f4f2">
    <mj-section background-color="#ffffff" padding="32px">
      <mj-column>
        <mj-text font-size="20px" font-weight="600">Hello {{ name }}</mj-text>
        <mj-text line-height="1.6">What you want to say.</mj-text>
        <mj-button href="https://example.com" background-color="#3d5ce8">Open</mj-button>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`;

const page = (body: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
  </head>
  <body style="margin:0;padding:32px;font-family:system-ui,sans-serif;color:#1c1b19;background:#ffffff">
${body}
  </body>
</html>
`;

const NOTHING: Content = {
  from: "",
  reply_to: [],
  subject: "",
  html: "",
  mjml: null,
  blocks: null,
  text: null,
  variables: [],
};

const CONTENTS: Record<Starter, Content> = {
  blank: {
    ...NOTHING,
    subject: "Hello {{ name }}",
    html: page("    <p>Hello {{ name }},</p>"),
    variables: [{ key: "name", type: "string", fallback: "there" }],
  },
  blocks: { ...NOTHING, subject: "What is new", blocks: STARTER_BLOCKS },
  code: {
    ...NOTHING,
    subject: "{{ code }} is your code",
    html: page(`    <p style="margin:0 0 16px">Your verification code is</p>
    <p style="margin:0 0 16px;font-size:32px;font-weight:700;letter-spacing:4px">{{ code }}</p>
    <p style="margin:0;color:#595959">It is valid for {{ expires_in }}. If you did not ask for it, ignore this mail.</p>`),
    variables: [
      { key: "code", type: "string", fallback: null },
      { key: "expires_in", type: "string", fallback: "10 minutes" },
    ],
  },
  receipt: {
    ...NOTHING,
    subject: "Your receipt for order {{ order.number }}",
    mjml: `<mjml>
  <mj-body background-color="#f4f4f2">
    <mj-section background-color="#ffffff" padding="32px">
      <mj-column>
        <mj-text font-size="20px" font-weight="600">Thank you, {{ name }}</mj-text>
        <mj-text>Order {{ order.number }}</mj-text>
        <mj-table>
          {% for line in order.lines %}
          <tr>
            <td style="padding:6px 0">{{ line.title }}</td>
            <td align="right">{{ line.price }}</td>
          </tr>
          {% endfor %}
        </mj-table>
        <mj-button href="{{ order.url }}" background-color="#3d5ce8">See your order</mj-button>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`,
    variables: [
      { key: "name", type: "string", fallback: "friend" },
      { key: "order", type: "object", fallback: null },
    ],
  },
};

export function starter(name: Starter): Content {
  return CONTENTS[name];
}
