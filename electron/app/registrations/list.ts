import type { LackingDossiers, RegistrationList, RegistrationRow } from '../../../shared/api/registrations.ts'
import { registrationStates, type RegistrationState } from '../../../shared/domain/dossiers/registration-states.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { placesOf } from '../../../shared/domain/certificates/register.ts'
import { searchKey, searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readFormerPlaces } from '../../db/queries/communes.ts'
import { listEveryYear, listRegisteredYears, listYear } from '../../db/queries/registrations.ts'
import { findClosedYear } from '../../db/queries/years.ts'
import { requireFound } from '../commit.ts'
import { communesToday } from '../communes/communes-today.ts'
import { readDossiers, reportOf, type ReadRegistration } from './read-dossiers.ts'

type Asked = {
  readonly year?: number | 'all' | undefined
  readonly query?: string | undefined
  readonly state?: RegistrationState | undefined
  readonly lacks?: string | undefined
  readonly place?: string | undefined
  readonly limit: number
  readonly offset: number
}

/** A page of the registrations of a year, or of all, with how many there would be of each state and of each thing that lacks. */
export function listRegistrationsOf(app: AppContext, db: ReadDb, asked: Asked): RegistrationList {
  const day = vietnamDay(app.clock.now())
  const thisYear = Number(day.slice(0, 4))
  const year = asked.year ?? thisYear
  const words = searchWords(asked.query ?? '')
  const registrations = year === 'all' ? listEveryYear(db) : listYear(db, year)
  const all = readDossiers(app, db, { registrations }).filter(({ registration }) =>
    words.every((word) => foundBy(registration).includes(word)),
  )
  const rows = all.map(toRow)
  const readOf = new Map(all.map((one) => [one.registration.id, one]))
  const nowOf = communesToday(app, db)
  const stood = readFormerPlaces(db, 'product')
  const formerOf = ({ productId }: RegistrationRow) => stood.get(productId) ?? []
  const places = placesOf([...rows, ...rows.flatMap(formerOf)], nowOf)
  // Where it stands, where it stood, and what either is today.
  const keysOf = (row: RegistrationRow) => new Set([row, ...formerOf(row)].flatMap(places.keysOf))
  const atPlace = ({ row }: { readonly row: RegistrationRow }) =>
    asked.place === undefined || keysOf(row).has(asked.place)
  const here = rows.map((row) => ({ row, states: statesOf(row) })).filter(atPlace)
  const lacks = (row: RegistrationRow) => asked.lacks === undefined || row.lacking.includes(asked.lacks)
  const inState = (states: readonly RegistrationState[]) =>
    asked.state === undefined ? !states.includes('withdrawn') : states.includes(asked.state)
  const found = here.filter(({ row, states }) => inState(states) && lacks(row)).map(({ row }) => row)
  const items = new Map(all.flatMap(({ law }) => law.items.map(({ key, name, kind }) => [key, { key, name, kind }])))
  const ofPlace = (key: string) => rows.filter((row) => row.withdrawnOn === null && keysOf(row).has(key)).length
  return {
    day,
    year,
    isClosed: year !== 'all' && findClosedYear(db, year) !== null,
    years: [...new Set([thisYear, ...listRegisteredYears(db)])].toSorted((a, b) => b - a),
    total: found.length,
    rows: found.slice(asked.offset, asked.offset + asked.limit).map((row) => ({
      ...row,
      communeNow: nowOf(row)?.commune ?? '',
      report: reportOf(app, requireFound(readOf.get(row.id))),
    })),
    counts: {
      state: Object.fromEntries(
        registrationStates.map((state) => [
          state,
          here.filter(({ row, states }) => states.includes(state) && lacks(row)).length,
        ]),
      ) as Record<RegistrationState, number>,
      lacking: [...items.keys()].flatMap((item) => {
        const count = here.filter(({ row, states }) => inState(states) && row.lacking.includes(item)).length
        return count === 0 ? [] : [{ item, count }]
      }),
    },
    places: [...places.labels]
      .map(([key, label]) => ({ key, label, count: ofPlace(key) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'vi')),
    items: [...items.values()],
  }
}

/** What presses most in the dossiers of the year that it is now; nothing does once a council has evaluated the product. */
export function lackingDossiers(app: AppContext, db: ReadDb, { most }: { readonly most: number }): LackingDossiers {
  const thisYear = Number(vietnamDay(app.clock.now()).slice(0, 4))
  const years = [thisYear, thisYear - 1].filter((year) => year === thisYear || findClosedYear(db, year) === null)
  const rows = readDossiers(app, db, {
    registrations: years.flatMap((year) => listYear(db, year)).filter(({ isEvaluated }) => isEvaluated === 0),
  })
    .map(toRow)
    .filter(({ withdrawnOn, status, expired }) => withdrawnOn === null && (status !== 'complete' || expired.length > 0))
    .toSorted((a, b) => (a.meetingOn ?? 'x').localeCompare(b.meetingOn ?? 'x'))
  const counts = years.map((year) => ({ year, count: rows.filter((row) => row.year === year).length }))
  return { years: counts.filter(({ count }) => count > 0), rows: rows.slice(0, most) }
}

/** By what the lists say of the product now, and by what its dossier says. */
const foundBy = ({ searchKey: now, code, productName, producerName }: ReadRegistration['registration']): string =>
  `${now} ${searchKey([code, productName, producerName].join(' '))}`

/** A withdrawn one is nothing else; what ends before its meeting is told beside how the dossier stands. */
function statesOf({ withdrawnOn, status, expired }: RegistrationRow): readonly RegistrationState[] {
  if (withdrawnOn !== null) return ['withdrawn']
  return expired.length > 0 ? [status, 'expired'] : [status]
}

export function toRow({ registration, law, reading }: ReadRegistration): RegistrationRow {
  const { id, productId, year, round, application, filedOn, screening, code, productName, producerName } = registration
  const { commune, productCommune, district, setNumber, meetingOn, withdrawnOn, samplesReceived } = registration
  return {
    ...reading,
    id,
    productId,
    producerId: registration.producerId,
    year,
    round,
    application,
    filedOn,
    screening,
    code,
    productName,
    producerName,
    district,
    setNumber,
    meetingOn,
    withdrawnOn,
    samplesReceived,
    commune: commune === '' ? productCommune : commune,
    samplesDue: law.items.find(({ kind }) => kind === 'samples')?.count ?? 0,
  }
}
