/** The sending domain of the bench's account. */
export const SENDER_DOMAIN = "bench.sendex.example";

/** Recipients are spread over so many domains, as a mailing to customers is. */
const RECIPIENT_DOMAINS = 50;

/** One small transactional mail, as `POST /api/v1/emails` takes it. */
export interface SampleMail {
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

const TEXT = `Hello,

your order 4711 has left our warehouse and should arrive within two working days.
You can follow it at https://shop.example/orders/4711 at any time.

Kind regards
The shop`;

const HTML = `<html><body><p>Hello,</p><p>your order <b>4711</b> has left our warehouse and should arrive within two
working days.</p><p>You can follow it <a href="https://shop.example/orders/4711">here</a> at any time.</p>
<p>Kind regards<br>The shop</p></body></html>`;

/** `count` different mails; the same ones every time. */
export function sampleMails(count: number): SampleMail[] {
  return Array.from({ length: count }, (_, n) => ({
    from: `The shop <orders@${SENDER_DOMAIN}>`,
    to: `customer-${n}@mail-${n % RECIPIENT_DOMAINS}.example`,
    subject: "Your order is on its way",
    text: TEXT,
    html: HTML,
  }));
}
