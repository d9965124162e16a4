import type { KnownCommune } from '../../../shared/domain/communes/near-communes.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listCommuneChanges, listKnownPlaces } from '../../db/queries/communes.ts'

/**
 * Communes by whose spelling others are looked at: those of the office's list, of now and of before; while there is none, those
 * of the file's places, but for the ones of the producer that is looked at.
 */
export function knownCommunes(db: ReadDb, exceptProducerId: number | null = null): readonly KnownCommune[] {
  const changes = listCommuneChanges(db)
  if (changes.length === 0) return listKnownPlaces(db, exceptProducerId)
  return changes.flatMap(({ newCommune, oldCommune, oldDistrict }) => [
    { commune: newCommune, district: '' },
    { commune: oldCommune, district: oldDistrict },
  ])
}
