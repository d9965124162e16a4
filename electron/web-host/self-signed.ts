// The certificate library asks for it before anything else.
import 'reflect-metadata'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  cryptoProvider,
} from '@peculiar/x509'
import { KeyObject } from 'node:crypto'

const day = 24 * 3600 * 1000
/** Phones refuse a certificate that is valid for more than 398 days. */
const validDays = 365

/** A certificate that vouches for itself, P-256, with its key behind it: two PEM blocks in one text. */
export async function selfSigned({
  addresses,
  now,
}: {
  readonly addresses: readonly string[]
  readonly now: Date
}): Promise<string> {
  const keys = await cryptoProvider
    .get()
    .subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Phòng họp Hội đồng OCOP',
    // A phone's clock may be behind.
    notBefore: new Date(now.getTime() - day),
    notAfter: new Date(now.getTime() + validDays * day),
    keys,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(addresses.map((value) => ({ type: 'ip' as const, value }))),
    ],
  })
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' })
  return `${certificate.toString('pem')}\n${key.toString()}`
}
