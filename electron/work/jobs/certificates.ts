import { closeSync, openSync, writeSync } from 'node:fs'
import { chooseCertificates, type ChosenCertificate } from '../../documents/certificate/choose-certificates.ts'
import { drawCertificates, type CertificatePrint } from '../../documents/certificate/draw-certificates.ts'
import type { JobTools } from '../job.ts'
import type { Jobs } from '../jobs.ts'

/** A preview is held in memory whole; the batch is not. */
const mostPreviewed = 20

export function drawPreview(asked: Jobs['draw-certificates']['input'], resources: string): Uint8Array {
  const { print, now } = asked
  const chosen = print.form === 'test-page' ? [] : chooseCertificates(asked).slice(0, mostPreviewed)
  const certificates = chosen.map(({ model }) => model)
  return new Uint8Array(Buffer.concat([...drawCertificates({ certificates, print, createdAt: now, resources })]))
}

/** One PDF, written while it is drawn. */
export async function printCertificates(
  asked: Jobs['print-certificates']['input'],
  tools: JobTools<Jobs['print-certificates']['progress']>,
  resources: string,
): Promise<readonly number[]> {
  const { print, now, path } = asked
  const certificates = chooseCertificates(asked)
  const file = openSync(path, 'w')
  try {
    const write = (piece: Uint8Array) => void writeSync(file, piece)
    await drawInto({ certificates, print, now, resources, write, offset: 0, of: certificates.length }, tools)
  } finally {
    closeSync(file)
  }
  return certificates.flatMap(({ certificateId }) => (certificateId === null ? [] : [certificateId]))
}

type Drawing = {
  readonly certificates: readonly ChosenCertificate[]
  readonly print: CertificatePrint
  readonly now: Date
  readonly resources: string
  readonly write: (piece: Uint8Array) => void
  /** Files made before the first certificate, and all there are to make. */
  readonly offset: number
  readonly of: number
}

export async function drawInto(
  { certificates, print, now, resources, write, offset, of }: Drawing,
  { tell, breathe }: JobTools<Jobs['pack-documents']['progress']>,
): Promise<void> {
  const models = certificates.map(({ model }) => model)
  let drawn = 0
  for (const piece of drawCertificates({ certificates: models, print, createdAt: now, resources })) {
    write(piece)
    const model = models[drawn]
    if (model === undefined) continue
    drawn += 1
    tell({ kind: 'progress', done: offset + drawn, of, name: model.productName })
    await breathe()
  }
}
