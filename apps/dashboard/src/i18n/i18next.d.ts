/** A text that no catalogue has is an error of types. A new chapter adds its line. */
import "i18next";
import type access from "./en/access.json";
import type accounts from "./en/accounts.json";
import type alerts from "./en/alerts.json";
import type analytics from "./en/analytics.json";
import type app from "./en/app.json";
import type audiences from "./en/audiences.json";
import type audit from "./en/audit.json";
import type broadcasts from "./en/broadcasts.json";
import type domains from "./en/domains.json";
import type emails from "./en/emails.json";
import type logs from "./en/logs.json";
import type operators from "./en/operators.json";
import type overview from "./en/overview.json";
import type people from "./en/people.json";
import type reputation from "./en/reputation.json";
import type sandbox from "./en/sandbox.json";
import type suppressions from "./en/suppressions.json";
import type templates from "./en/templates.json";
import type ui from "./en/ui.json";
import type webhooks from "./en/webhooks.json";
import type writing from "./en/writing.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    keySeparator: false;
    returnNull: false;
    resources: {
      access: typeof access;
      accounts: typeof accounts;
      alerts: typeof alerts;
      analytics: typeof analytics;
      app: typeof app;
      audiences: typeof audiences;
      audit: typeof audit;
      broadcasts: typeof broadcasts;
      domains: typeof domains;
      emails: typeof emails;
      logs: typeof logs;
      operators: typeof operators;
      overview: typeof overview;
      people: typeof people;
      reputation: typeof reputation;
      sandbox: typeof sandbox;
      suppressions: typeof suppressions;
      templates: typeof templates;
      ui: typeof ui;
      webhooks: typeof webhooks;
      writing: typeof writing;
    };
  }
}
