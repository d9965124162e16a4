/**
 * Headers of everything that a host sends to the page. Scripts, styles, fonts and connections come from the
 * application itself only, and nothing is shown in a frame. Pictures of products have `blob:` addresses, which only
 * the page itself can make.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy("'self'"),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/**
 * The policy of one delivery of the page: as `pageHeaders` says, and style elements that carry this nonce.
 *
 * @param nonce never given to two deliveries, nor to be guessed
 */
export function policyWithNonce(nonce: string): string {
  return policy(`'self' 'nonce-${nonce}'`)
}

/** Names under `/assets/` carry a digest of their content; everything else is asked for anew. */
export function cacheControlOf(pathname: string): string {
  return pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store'
}

function policy(style: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${style}`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
