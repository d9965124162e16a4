import type { PlaceToUpdate, PlaceUpdate } from '../../../shared/api/communes.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { NamedPlace } from '../../../shared/domain/communes/index-communes.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import {
  deleteFormerPlace,
  insertFormerPlace,
  listLastUpdate,
  listPlaced,
  placeRecord,
  readCommunes,
  renewProductKeys,
  type FormerPlace,
} from '../../db/queries/communes.ts'

type Counts = { readonly products: number; readonly producers: number }
type Planned = PlaceToUpdate & { readonly fromDay: string }

/** What stands under the name of an old commune, with the one that it is on a day (ISO). */
function planUpdate(
  db: ReadDb,
  day: string,
): { readonly rows: readonly Planned[] } & Pick<PlaceUpdate, 'unknown' | 'later'> {
  const communes = readCommunes(db)
  if (communes.changes.length === 0) return { rows: [], unknown: [], later: [] }
  const staying = new Map<string, PlaceUpdate['unknown'][number]>()
  const rows = listPlaced(db).flatMap(({ from, ...record }): Planned[] => {
    const now = communes.on(asPlace(from), day)
    if (now?.isOther === true) {
      const { commune, province, fromDay } = now
      return [{ ...record, from, to: { commune, province: province === '' ? from.province : province }, fromDay }]
    }
    if (now === null && record.kind === 'product') {
      const { commune, district } = from
      const key = `${commune}|${district}`
      staying.set(key, { commune, district, count: (staying.get(key)?.count ?? 0) + 1 })
    }
    return []
  })
  const stay = [...staying.values()]
    .toSorted((a, b) => a.commune.localeCompare(b.commune, 'vi'))
    .map((place) => ({ place, next: communes.after(place, day) }))
  return {
    rows,
    unknown: stay.flatMap(({ place, next }) => (next === null ? [place] : [])),
    later: stay.flatMap(({ place, next }) =>
      next === null ? [] : [{ ...place, to: next.commune, fromDay: next.fromDay }],
    ),
  }
}

export function previewUpdate(db: ReadDb, day: string): PlaceUpdate {
  const { rows, ...staying } = planUpdate(db, day)
  return { day, rows: rows.map(({ fromDay: _from, ...row }) => row), ...staying }
}

export function countToUpdate(db: ReadDb, day: string): number {
  return planUpdate(db, day).rows.length
}

/** Brings all of them over, and keeps where they stood. */
export function updatePlaces(db: WriteDb, { day, at }: { readonly day: string; readonly at: string }): Counts {
  const { rows } = planUpdate(db, day)
  for (const { kind, id, from, to, fromDay } of rows) {
    placeRecord(db, kind, { id, ...to, district: '' })
    const of = kind === 'product' ? { productId: id, producerId: null } : { productId: null, producerId: id }
    const now = { newCommune: to.commune, newProvince: to.province }
    insertFormerPlace(db, { ...of, ...from, ...now, untilDay: fromDay, changedAt: at })
  }
  renewProductKeys(db)
  return countsOf(rows.map(({ kind }) => kind))
}

/** Takes the last update back, but for what somebody placed otherwise since. @throws Refusal `not-found` */
export function undoUpdate(db: WriteDb): Counts {
  const last = listLastUpdate(db)
  if (last.length === 0) throw new Refusal('not-found')
  for (const { id, commune, district, province, ...of } of last) {
    const kind = kindOf(of)
    placeRecord(db, kind, { id: of.productId ?? of.producerId ?? 0, commune, district, province })
    deleteFormerPlace(db, id)
  }
  renewProductKeys(db)
  return countsOf(last.map(kindOf))
}

const kindOf = ({ productId }: Pick<FormerPlace, 'productId'>): PlaceToUpdate['kind'] =>
  productId === null ? 'producer' : 'product'

function countsOf(kinds: readonly PlaceToUpdate['kind'][]): Counts {
  const products = kinds.filter((kind) => kind === 'product').length
  return { products, producers: kinds.length - products }
}

const asPlace = ({ commune, district, province }: PlaceToUpdate['from']): NamedPlace => ({
  commune,
  district,
  province,
})
