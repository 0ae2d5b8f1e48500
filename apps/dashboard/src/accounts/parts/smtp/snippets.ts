/** Programs that hand mail over, in the order they are offered. */
export const PROGRAMS = ["nodemailer", "python", "laravel", "rails", "django", "phpmailer", "swaks"] as const;
export type Program = (typeof PROGRAMS)[number];

/** Where to. */
export interface Door {
  host: string;
  /** With STARTTLS. */
  port: number;
}

/** What to paste. The key stands in the environment, as SENDEX_API_KEY. */
export function snippetOf(program: Program, door: Door): string {
  return SNIPPETS[program](door);
}

const SNIPPETS: Record<Program, (door: Door) => string> = {
  nodemailer: ({ host, port }) => `import { createTransport } from "nodemailer";

const transport = createTransport({
  host: "${host}",
  port: ${port},
  auth: { user: "sendex", pass: process.env.SENDEX_API_KEY },
});`,

  python: ({ host, port }) => `import os, smtplib

with smtplib.SMTP("${host}", ${port}) as smtp:
    smtp.starttls()
    smtp.login("sendex", os.environ["SENDEX_API_KEY"])
    smtp.send_message(message)`,

  laravel: ({ host, port }) => `# .env
MAIL_MAILER=smtp
MAIL_HOST=${host}
MAIL_PORT=${port}
MAIL_USERNAME=sendex
MAIL_PASSWORD="\${SENDEX_API_KEY}"`,

  rails: ({ host, port }) => `# config/environments/production.rb
config.action_mailer.delivery_method = :smtp
config.action_mailer.smtp_settings = {
  address: "${host}",
  port: ${port},
  user_name: "sendex",
  password: ENV["SENDEX_API_KEY"],
  authentication: :plain,
  enable_starttls: true
}`,

  django: ({ host, port }) => `# settings.py
import os

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "${host}"
EMAIL_PORT = ${port}
EMAIL_HOST_USER = "sendex"
EMAIL_HOST_PASSWORD = os.environ["SENDEX_API_KEY"]
EMAIL_USE_TLS = True`,

  phpmailer: ({ host, port }) => `<?php
$mail = new PHPMailer\\PHPMailer\\PHPMailer(true);
$mail->isSMTP();
$mail->Host = '${host}';
$mail->Port = ${port};
$mail->SMTPAuth = true;
$mail->SMTPSecure = 'tls';
$mail->Username = 'sendex';
$mail->Password = getenv('SENDEX_API_KEY');`,

  swaks: ({ host, port }) => `swaks --server ${host}:${port} --tls \\
  --auth-user sendex --auth-password "$SENDEX_API_KEY" \\
  --from hello@example.com --to you@example.com \\
  --header "Subject: Hello" --body "It works."`,
};
