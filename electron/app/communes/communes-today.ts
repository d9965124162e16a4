import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { CommuneNow, NamedPlace } from '../../../shared/domain/communes/index-communes.ts'
import { isInCapitals, placeInText } from '../../../shared/domain/vietnamese/place-name.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readCommunes, readFormerPlaces } from '../../db/queries/communes.ts'
import { keptOfTables } from '../kept.ts'
import type { PlaceStanding } from '../../../shared/api/communes.ts'

/** What a place is called by hangs on these. */
export const placeTables = ['commune_changes', 'former_places'] as const

/** The commune that a place is today; null where it is so already, and where the office's list does not know it. */
export function communesToday(app: AppContext, db: ReadDb): (place: NamedPlace) => CommuneNow | null {
  return communesOn(db, vietnamDay(app.clock.now()))
}

/** The same of a day (ISO). */
export function communesOn(db: ReadDb, day: string): (place: NamedPlace) => CommuneNow | null {
  const communes = communesOf(db)
  return (place) => {
    const now = communes.on(place, day)
    return now?.isOther === true ? now : null
  }
}

/** A place as a paper of that day names it; one typed in capitals as the office's list writes it, or as names are written. */
export function placedOn<Placed extends NamedPlace>(db: ReadDb, day: string): (placed: Placed) => Placed {
  const communes = communesOf(db)
  return (placed) => {
    const now = communes.on(placed, day)
    if (now?.isOther === true) return { ...placed, commune: placeInText(now.commune), district: '' }
    const { commune } = placed
    return isInCapitals(commune) ? { ...placed, commune: placeInText(now?.commune ?? commune) } : placed
  }
}

/** The province of a place on a day by the office's list; empty where the list does not say it. */
export function provinceOn(db: ReadDb, day: string): (place: NamedPlace) => string {
  const communes = communesOf(db)
  return (place) => communes.on(place, day)?.province ?? ''
}

/** What a product's, or a producer's, commune is called besides: today, and where it stood before. */
export function placeNames(app: AppContext, db: ReadDb, kind: 'product' | 'producer') {
  const nowOf = communesToday(app, db)
  const stood = placesBefore(db, kind)
  return (place: NamedPlace & { readonly id: number }): string =>
    [nowOf(place)?.commune ?? '', ...(stood.get(place.id) ?? []).map(({ commune }) => commune)].join(' ').trim()
}

/** How a product's, or a producer's, place stands: its commune of today, and the last one of before. */
export function placeStandings(app: AppContext, db: ReadDb, kind: 'product' | 'producer') {
  const nowOf = communesToday(app, db)
  const stood = placesBefore(db, kind)
  return (place: NamedPlace & { readonly id: number }): PlaceStanding => {
    const last = stood.get(place.id)?.at(-1)
    return {
      communeNow: nowOf(place)?.commune ?? '',
      formerly: last === undefined ? '' : [last.commune, last.district].filter((part) => part !== '').join(', '),
    }
  }
}

function placesBefore(db: ReadDb, kind: 'product' | 'producer') {
  return keptOfTables(db, { name: `places of before of each ${kind}`, tables: ['former_places'] }, () =>
    readFormerPlaces(db, kind),
  )
}

function communesOf(db: ReadDb) {
  return keptOfTables(db, { name: 'communes', tables: ['commune_changes'] }, () => readCommunes(db))
}
