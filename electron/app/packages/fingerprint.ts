import { createHash } from 'node:crypto'
import { verificationCode } from '../../../shared/domain/verification-code/verification-code.ts'

/**
 * What two people read to each other by telephone: 80 bits of the key's SHA-256 with a check letter, as
 * `4K7P-91XD-0RWT-M2HN-8`. A false key with the fingerprint of a given one is out of reach.
 *
 * @param publicKey in hexadecimal
 */
export function fingerprintOf(publicKey: string): string {
  return verificationCode(createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex'))
}
