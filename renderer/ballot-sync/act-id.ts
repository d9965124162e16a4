/** The id of one act: 128 random bits in hexadecimal; a page without TLS has no `crypto.randomUUID`. */
export function makeActId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
