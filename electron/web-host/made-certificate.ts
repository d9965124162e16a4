import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RoomCertificate } from './room-certificate.ts'

/** Renewed at the next room when fewer are left: no meeting lasts so long. */
const renewDays = 14
/** Addresses that one certificate is for: those of now, then the latest before. */
const mostAddresses = 16

/** Certificate, then key, in one file, so that the two are always a pair. */
const fileOf = (dataFolder: string): string => join(dataFolder, 'phong-hop-tu-tao.pem')

export function hasMadeCertificate(dataFolder: string): boolean {
  return existsSync(fileOf(dataFolder))
}

/**
 * The application's own certificate for its rooms, made or made anew where it is not for this address or about to lapse.
 * Only this person can read its key (mode 0600; on Windows the data folder's own rights).
 *
 * @param addresses Of this machine now: one certificate for all, so that its fingerprint on paper stays true.
 */
export async function madeCertificate(wanted: {
  readonly dataFolder: string
  readonly address: string
  readonly addresses: readonly string[]
  readonly now: Date
}): Promise<RoomCertificate> {
  const { dataFolder, address, addresses, now } = wanted
  const path = fileOf(dataFolder)
  const kept = readKept(path)
  if (kept === null || kept.checkIP(address) === undefined || isAboutToLapse(kept, now)) {
    // Read when it is needed only: it takes a third of a second.
    const { selfSigned } = await import('./self-signed.ts')
    const names = [...new Set([address, ...addresses, ...addressesOf(kept)])].slice(0, mostAddresses)
    writeFileSync(`${path}.part`, await selfSigned({ addresses: names, now }), { mode: 0o600 })
    renameSync(`${path}.part`, path)
  }
  return { cert: path, key: path }
}

function isAboutToLapse({ validToDate }: X509Certificate, now: Date): boolean {
  return validToDate.getTime() - now.getTime() < renewDays * 24 * 3600 * 1000
}

/** Null where there is none, or none that can be read: another one is made in its place. */
function readKept(path: string): X509Certificate | null {
  try {
    return new X509Certificate(readFileSync(path))
  } catch {
    return null
  }
}

function addressesOf(certificate: X509Certificate | null): readonly string[] {
  return [...(certificate?.subjectAltName ?? '').matchAll(/IP Address:([\d.]+)/g)].map(([, address = '']) => address)
}
