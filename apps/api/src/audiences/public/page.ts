import { randomBytes } from "node:crypto";
import type { Look } from "@sendex/pipeline/audiences/brand";
import type { Reply } from "../../http/reply";
import { type Language, LANGUAGE_CODES, LANGUAGES } from "./languages";
import { accentStyle, STYLE } from "./style";

/** What a page for an account's readers is made of: no script, and nothing from elsewhere. */

const NONCE_BYTES = 16;

export interface PublicPage {
  status: number;
  language: Language;
  title: string;
  /** As HTML. */
  main: string[];
  /** Absent: nobody's. */
  look?: Look;
  /** Origins beside ours that its form may lead to. */
  leadsTo?: readonly string[];
  /** A post says that it is from a page of ours; else a browser says of where it comes from nothing. */
  saysOrigin?: true;
}

/** As an answer, under a policy that lets it load its logo from us and nothing else. */
export function publicPage(page: PublicPage): Reply {
  const nonce = randomBytes(NONCE_BYTES).toString("base64");
  const forms = ["'self'", ...(page.leadsTo ?? [])].join(" ");
  const images = page.look?.logo ? " img-src 'self';" : "";
  return {
    status: page.status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": page.language,
      "Content-Security-Policy": `default-src 'none'; style-src 'nonce-${nonce}';${images} form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`,
      "Cache-Control": "no-store",
      "Referrer-Policy": page.saysOrigin ? "same-origin" : "no-referrer",
      "X-Robots-Tag": "noindex",
      Vary: "Accept-Language",
    },
    body: htmlOf(page, nonce),
  };
}

/** For the dashboard to show in a frame that may load nothing: it can be looked at, and not be used. */
export function pagePreview(page: Omit<PublicPage, "status">): string {
  return htmlOf(page, "").replace("<body>", "<body inert>");
}

function htmlOf({ language, title, main, look }: Omit<PublicPage, "status">, nonce: string): string {
  const links = LANGUAGE_CODES.map((code) =>
    code === language
      ? `<span aria-current="true">${LANGUAGES[code].name}</span>`
      : `<a href="?lang=${code}" lang="${code}" hreflang="${code}">${LANGUAGES[code].name}</a>`,
  );
  const style = look?.color ? `${STYLE}${accentStyle(look.color)}` : STYLE;
  // Its name stands in the heading.
  const logo = look?.logo ? `<img class="logo" src="${escape(look.logo)}" alt="">` : "";
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escape(title)}</title><style nonce="${nonce}">${style}</style></head><body><main>${logo}${main.join("")}</main><footer><nav aria-label="${escape(LANGUAGES[language].languages)}">${links.join(" ")}</nav></footer></body></html>`;
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
