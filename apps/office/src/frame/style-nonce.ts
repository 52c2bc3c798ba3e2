/**
 * React Aria brings one style element of its own, which the page's policy lets in by the nonce of the answer that brought
 * the page. A later answer's (in a meta element, after a server action) would be another one; the first script knows it.
 */
if (typeof document !== 'undefined') {
  const known = globalThis as { __webpack_nonce__?: string | undefined };
  known.__webpack_nonce__ ??= document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
}
