/** What this answer's policy allows styles by; Vite's build writes the meta, the API its value. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}
