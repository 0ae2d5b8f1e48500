const ATTRIBUTE = /(?:src|srcset|background|poster)\s*=\s*["']?\s*(?:https?:)?\/\//i;
const STYLE = /url\(\s*["']?\s*(?:https?:)?\/\//i;

/** Whether a mail would fetch anything as it is shown but images that we keep ourselves. */
export function hasRemoteImages(html: string): boolean {
  const others = html.replaceAll(`${globalThis.location.origin}/images/`, "");
  return ATTRIBUTE.test(others) || STYLE.test(others);
}
