import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** Goes before what is signed, so that no signature of the key's means anything else. */
const purpose = utf8ToBytes('ocop-goi 1\n')

/** The public half of an office's key, in hexadecimal. */
export function publicKeyOf(secretKey: Uint8Array): string {
  return bytesToHex(ed25519.getPublicKey(secretKey))
}

/** Ed25519 over the manifest as its bytes stand in the package, in hexadecimal. */
export function signManifest(manifest: Uint8Array, secretKey: Uint8Array): string {
  return bytesToHex(ed25519.sign(joined(manifest), secretKey))
}

/** Whether that key signed these bytes. Anything that is no key or no signature did not. */
export function isSignedBy(manifest: Uint8Array, { key, signature }: Signed): boolean {
  if (!/^[0-9a-f]{64}$/.test(key) || !/^[0-9a-f]{128}$/.test(signature)) return false
  // Strict: of one signature there is one spelling.
  return ed25519.verify(hexToBytes(signature), joined(manifest), hexToBytes(key), { zip215: false })
}

type Signed = { readonly key: string; readonly signature: string }

function joined(manifest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(purpose.length + manifest.length)
  bytes.set(purpose)
  bytes.set(manifest, purpose.length)
  return bytes
}
