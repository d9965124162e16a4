import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import { Refusal } from '../../shared/api/refusal.ts'

/** Paths of the office's own certificate chain and key, as PEM files. */
export type RoomCertificate = { readonly cert: string; readonly key: string }

/**
 * Where the office's own certificate lies: as `OCOP_ROOM_CERT` and `OCOP_ROOM_KEY` say, else `phong-hop.crt` and
 * `phong-hop.key` in the data folder; null where neither is there, and the room is then not encrypted.
 */
export function findRoomCertificate(
  env: Readonly<Record<string, string | undefined>>,
  dataFolder: string,
): RoomCertificate | null {
  const { OCOP_ROOM_CERT: cert = '', OCOP_ROOM_KEY: key = '' } = env
  if (cert !== '' || key !== '') return { cert, key }
  const kept = { cert: join(dataFolder, 'phong-hop.crt'), key: join(dataFolder, 'phong-hop.key') }
  return existsSync(kept.cert) || existsSync(kept.key) ? kept : null
}

export type RoomKeys = { readonly cert: Buffer; readonly key: Buffer; readonly names: X509Certificate }

/**
 * Reads the pair anew for each room, so that a renewed certificate needs no restart. Half a pair is refused too: a room
 * that was meant to be encrypted never opens without.
 *
 * @throws Refusal `room-certificate-unusable`
 */
export function readCertificate({ cert, key }: RoomCertificate): RoomKeys {
  try {
    const keys = { cert: readFileSync(cert), key: readFileSync(key) }
    // Throws where the key is not the certificate's.
    createSecureContext(keys)
    return { ...keys, names: new X509Certificate(keys.cert) }
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
