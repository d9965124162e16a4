import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

/**
 * A certificate that vouches for itself, for tests of encrypted rooms: P-256, valid from 2020 to 2049, for one DNS name
 * or IPv4 address. Written out in DER, since Node makes keys and not certificates.
 */
export function makeSelfSigned(name: { readonly dns: string } | { readonly ipv4: string }): {
  readonly cert: string
  readonly key: string
} {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const body = toBeSigned(name, publicKey)
  const algorithm = sequence(objectId('2a8648ce3d040302'))
  const certificate = sequence(body, algorithm, bits(sign('sha256', body, privateKey)))
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  }
}

/** TBSCertificate of RFC 5280, section 4.1. */
function toBeSigned(name: { readonly dns: string } | { readonly ipv4: string }, publicKey: KeyObject): Buffer {
  const commonName = sequence(set(sequence(objectId('550403'), der(0x0c, Buffer.from('Phòng họp thử')))))
  const validity = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z')))
  const general =
    'dns' in name ? der(0x82, Buffer.from(name.dns)) : der(0x87, Buffer.from(name.ipv4.split('.').map(Number)))
  const alternativeName = sequence(objectId('551d11'), der(0x04, sequence(general)))
  const isAuthority = sequence(objectId('551d13'), der(0x04, sequence(der(0x01, Buffer.from([0xff])))))
  return sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    sequence(objectId('2a8648ce3d040302')),
    commonName,
    validity,
    commonName,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(alternativeName, isAuthority)),
  )
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, Buffer.concat(parts))
const set = (part: Buffer): Buffer => der(0x31, part)
const objectId = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const bits = (content: Buffer): Buffer => der(0x03, Buffer.concat([Buffer.from([0]), content]))
