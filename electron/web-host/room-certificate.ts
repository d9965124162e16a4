import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { Refusal } from '../../shared/api/refusal.ts'

/** Paths of the office's own certificate chain and key, as PEM files. */
export type RoomCertificate = { readonly cert: string; readonly key: string }

/** The office's own certificate, when both paths stand in the environment: `OCOP_ROOM_CERT` and `OCOP_ROOM_KEY`. */
export function roomCertificateOf(env: Readonly<Record<string, string | undefined>>): RoomCertificate | null {
  const { OCOP_ROOM_CERT: cert, OCOP_ROOM_KEY: key } = env
  return cert !== undefined && cert !== '' && key !== undefined && key !== '' ? { cert, key } : null
}

export type RoomKeys = { readonly cert: Buffer; readonly key: Buffer; readonly names: X509Certificate }

/** @throws Refusal `room-certificate-unusable` */
export function readCertificate({ cert, key }: RoomCertificate): RoomKeys {
  try {
    const chain = readFileSync(cert)
    return { cert: chain, key: readFileSync(key), names: new X509Certificate(chain) }
  } catch {
    throw new Refusal('room-certificate-unusable')
  }
}

/** The name in the link: the address where the certificate is for it, else the first name that it is for. */
export function nameOf(certificate: X509Certificate, address: string): string {
  if (certificate.checkIP(address) !== undefined) return address
  const names = (certificate.subjectAltName ?? '').split(', ').filter((name) => name.startsWith('DNS:'))
  return names.map((name) => name.slice(4)).find((name) => !name.includes('*') && isIP(name) === 0) ?? address
}
