import type { ReadDb } from '../handles.ts'
import { read } from '../statement.ts'

type OfProducer = { readonly id: number; readonly producerId: number }

type OtherDossierRow = {
  readonly id: number
  readonly year: number
  readonly code: string
  readonly productName: string
}

const others = `registrations g JOIN products p ON p.id = g.product_id
  LEFT JOIN closed_registrations k ON k.registration_id = g.id
  WHERE p.producer_id = @producerId AND g.id <> @id AND g.withdrawn_on IS NULL`

/** The producer's other dossiers that are not withdrawn, the latest year first. */
export function listOtherDossiers(db: ReadDb, { id, producerId }: OfProducer): readonly OtherDossierRow[] {
  return read<OfProducer, OtherDossierRow>(
    db,
    `SELECT g.id, g.year, coalesce(k.code, p.code) AS code, coalesce(k.name, p.name) AS productName FROM ${others}
     ORDER BY g.year DESC, p.code, g.id`,
  ).all({ id, producerId })
}

export type FileOfOther = {
  readonly fileId: number
  readonly registrationId: number
  readonly item: string
  readonly name: string
  readonly sha256: string
}

/** Files of those dossiers, in the order that they came. */
export function listFilesOfOthers(db: ReadDb, { id, producerId }: OfProducer): readonly FileOfOther[] {
  return read<OfProducer, FileOfOther>(
    db,
    `SELECT f.id AS fileId, f.registration_id AS registrationId, f.item, f.name, f.sha256
     FROM dossier_files f WHERE f.registration_id IN (SELECT g.id FROM ${others}) ORDER BY f.id`,
  ).all({ id, producerId })
}
