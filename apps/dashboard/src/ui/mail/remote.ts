const ATTRIBUTE = /(?:src|srcset|background|poster)\s*=\s*["']?\s*(?:https?:)?\/\//i;
const STYLE = /url\(\s*["']?\s*(?:https?:)?\/\//i;

/** Whether a mail would fetch anything as it is shown. */
export function hasRemoteImages(html: string): boolean {
  return ATTRIBUTE.test(html) || STYLE.test(html);
}
