/** What this answer's policy allows styles by; Vite's build writes the meta, the API its value. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}

/** For the style by which an open dialog stops the page's scrolling: react-remove-scroll asks for its nonce here. */
export function shareStyleNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
