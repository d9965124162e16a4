/**
 * The nonce that the host put into this delivery of the page. Style elements that libraries write at run time carry it;
 * the policy lets in no others.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
