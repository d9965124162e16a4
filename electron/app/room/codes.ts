import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { agreedKey, makeKeyPair } from '../../../shared/room-proof/room-proof.ts'

// Chance for secrets comes from the system alone: a seam to repeat it would be a seam to guess it.

/** Six figures, each of the million equally likely. */
export function makeCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** Salt and scrypt hash of a code, in hexadecimal. */
export async function hashCode(code: string): Promise<{ readonly salt: string; readonly hash: string }> {
  const salt = randomBytes(16)
  return { salt: salt.toString('hex'), hash: (await derive(code, salt)).toString('hex') }
}

export async function isCodeRight(
  code: string,
  kept: { readonly salt: string; readonly hash: string },
): Promise<boolean> {
  return timingSafeEqual(await derive(code, Buffer.from(kept.salt, 'hex')), Buffer.from(kept.hash, 'hex'))
}

/** What a device keeps: 256 random bits. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The room's half of a key that a device enters with: what the device is told, and what the file keeps. */
export function agreeOnKey(publicKey: string): { readonly publicKey: string; readonly proofKey: string } {
  const own = makeKeyPair()
  return { publicKey: own.publicKey, proofKey: agreedKey({ secret: own.secret, publicKey }) }
}

/** What the file keeps of it. A token is random already, so it needs neither salt nor a slow hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

const scryptInThread = promisify<string, Buffer, number, Buffer>(scrypt)

/** Off the main thread, where scoring goes on meanwhile. */
const derive = (code: string, salt: Buffer): Promise<Buffer> => scryptInThread(code, salt, 32)
