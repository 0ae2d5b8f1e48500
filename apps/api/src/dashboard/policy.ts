/**
 * What a page of the dashboard may do: run our own files and no text as a script, take styles from our files or with this
 * answer's nonce, and talk to nobody else.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * What a mail may do in its frame: be seen. No script, no form, no origin; links open elsewhere. Images that we keep tell nobody
 * that they are looked at.
 */
export function mailPolicy({ images, publicUrl }: { images: boolean; publicUrl: string }): string {
  return [
    "sandbox allow-popups allow-popups-to-escape-sandbox",
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src data: ${images ? "https: http:" : `${publicUrl}/images/`}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}
