/** Markup that is safe to put into a page as it is. */
export class Html {
  constructor(readonly markup: string) {}
}

type Content = string | number | Html | Html[] | null;

/** A template whose every inserted text is escaped; only Html passes through. */
export function html(parts: TemplateStringsArray, ...contents: Content[]): Html {
  return new Html(parts.map((part, i) => part + render(contents[i] ?? "")).join(""));
}

function render(content: string | number | Html | Html[]): string {
  if (content instanceof Html) return content.markup;
  if (Array.isArray(content)) return content.map(({ markup }) => markup).join("");
  return escapeHtml(String(content));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
