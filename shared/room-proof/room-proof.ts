import { x25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { clerkPath } from '../api/clerk-path.ts'

/** What a device that enters and the room tell each other, 32 bytes in hexadecimal each. */
export const keyHeader = 'x-ocop-key'
/** What an entered device says with each call: a number of its own and the call's HMAC, `123.0f…`. */
export const proofHeader = 'x-ocop-proof'

export type Call = { readonly path: string; readonly body: string }

/** A secret for one entry, and what the other end is told. */
export function makeKeyPair(): { readonly secret: string; readonly publicKey: string } {
  const { secretKey, publicKey } = x25519.keygen()
  return { secret: bytesToHex(secretKey), publicKey: bytesToHex(publicKey) }
}

/** The key that both ends have and nobody who only listened. @throws for a public key that is none */
export function agreedKey({ secret, publicKey }: { readonly secret: string; readonly publicKey: string }): string {
  const shared = x25519.getSharedSecret(hexToBytes(secret), hexToBytes(publicKey))
  return bytesToHex(hkdf(sha256, shared, undefined, utf8ToBytes('ocop-room'), 32))
}

export function proofOf({
  key,
  counter,
  path,
  body,
}: Call & { readonly key: string; readonly counter: number }): string {
  const said = utf8ToBytes(`${counter}\n${path}\n${body}`)
  return `${counter}.${bytesToHex(hmac(sha256, hexToBytes(key), said))}`
}

type Kept = {
  readonly getItem: (name: string) => string | null
  readonly setItem: (name: string, value: string) => void
}

/**
 * The device's end: agrees on a key as it enters and signs each call from then on, so that a cookie, or a call, that
 * somebody else read on the network is of no use by itself. See `docs/decisions/0027-device-proof.md`.
 *
 * @param kept Outlives the page, for all tabs of one browser.
 * @param chance From 0 to 1, such as `Math.random`.
 */
export function createDeviceProof(kept: Kept, chance: () => number) {
  let entering: string | null = null
  return {
    /** Headers for a call. */
    sign: ({ path, body }: Call): Readonly<Record<string, string>> => {
      if (holderEntering(path) !== null) {
        const { secret, publicKey } = makeKeyPair()
        entering = secret
        return { [keyHeader]: publicKey }
      }
      const holder = path.startsWith(`${clerkPath}/`) ? 'clerk' : 'member'
      const key = kept.getItem(keyName(holder))
      if (key === null) return {}
      // Tabs that read the same last number at the same moment still take different ones.
      const counter = Number(kept.getItem(counterName(holder)) ?? 0) + 1 + Math.floor(chance() * 1000)
      kept.setItem(counterName(holder), String(counter))
      return { [proofHeader]: proofOf({ key, counter, path, body }) }
    },
    /** Takes the room's half of the key out of the answer to an entry. */
    learn: (path: string, publicKey: string | null): void => {
      const holder = holderEntering(path)
      if (holder === null || entering === null || publicKey === null) return
      kept.setItem(keyName(holder), agreedKey({ secret: entering, publicKey }))
      kept.setItem(counterName(holder), '0')
      entering = null
    },
  }
}

type Holder = 'member' | 'clerk'

/** Whose key the call agrees on; null for every call but the two that enter. */
export function holderEntering(path: string): Holder | null {
  if (path === '/rpc/enter') return 'member'
  return path === '/rpc/enterClerk' ? 'clerk' : null
}

const keyName = (holder: Holder): string => `ocop-proof:${holder}`
const counterName = (holder: Holder): string => `ocop-proof:${holder}:counter`
