import Joi from "joi";
import { list, number, text, yesOrNo } from "./environment-values";

export interface SmtpEnvironment {
  SMTP_PORT: number;
  SMTP_TLS_PORT?: number;
  SMTP_CERT_FILE?: string;
  SMTP_KEY_FILE?: string;
  SMTP_ALLOW_CLEAR: boolean;
  SMTP_PROXIES: string[];
  PUBLIC_SMTP?: string;
  PUBLIC_SMTP_TLS_PORT?: number;
  SMTP_CONNECTIONS: number;
  SMTP_CONNECTIONS_PER_ADDRESS: number;
}

/** Variables of the SMTP process. */
export const SMTP = {
  SMTP_PORT: number()
    .port()
    .default(2525)
    .description("The SMTP process's port, with STARTTLS; 0 takes any free one."),
  SMTP_TLS_PORT: number()
    .port()
    .description("The same with TLS from the first byte (465); absent: none, 0: any free one."),
  SMTP_CERT_FILE: text()
    .when("SMTP_ALLOW_CLEAR", {
      is: true,
      otherwise: Joi.when("$role", { is: "smtp", then: Joi.required() }),
    })
    .description(
      "File with the SMTP process's certificate and those above it, as PEM, read anew when it changes; absent (with SMTP_ALLOW_CLEAR): one of its own making, which no client trusts.",
    ),
  SMTP_KEY_FILE: text()
    .when("SMTP_CERT_FILE", { is: Joi.exist(), then: Joi.required(), otherwise: Joi.forbidden() })
    .messages({ "any.unknown": "{{#label}} is of no use without SMTP_CERT_FILE" })
    .description("File with its private key."),
  SMTP_ALLOW_CLEAR: yesOrNo().description(
    "Take API keys over connections without TLS: on a machine's own loopback, or behind a proxy that ends TLS.",
  ),
  SMTP_PROXIES: list().description(
    "Addresses of proxies that say whose a connection is by the PROXY protocol, separated by commas.",
  ),
  PUBLIC_SMTP: text()
    .pattern(/^[^\s:/]+:\d{1,5}$/)
    .messages({ "string.pattern.base": "{{#label}} must read host:port" })
    .description(
      "Host and port of the SMTP process as customers' programs see it, smtp.example.com:587: for the dashboard and the API; absent: they do not offer SMTP.",
    ),
  PUBLIC_SMTP_TLS_PORT: number()
    .port()
    .description("The port there that speaks TLS from the first byte (465); absent: none."),
  SMTP_CONNECTIONS: number()
    .integer()
    .min(1)
    .default(1000)
    .description("Connections that an SMTP process has open at a time."),
  SMTP_CONNECTIONS_PER_ADDRESS: number()
    .integer()
    .min(1)
    .default(50)
    .description("Of them, those of one address."),
};
