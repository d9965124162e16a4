import { createHash } from 'node:crypto'
import type { CommuneFields, CommunePreview, CommuneRow, CommunesPage } from '../../../shared/api/communes.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { addDays } from '../../../shared/domain/calendar/iso-date.ts'
import { planCommunes, type CommuneList, type PlannedChange } from '../../../shared/domain/communes/commune-list.ts'
import { nearCommunes } from '../../../shared/domain/communes/near-communes.ts'
import { speltKey } from '../../../shared/domain/communes/spelt-key.ts'
import { layPatch } from '../../../shared/domain/lay-patch.ts'
import { placeKey, provinceKey, unitWritten } from '../../../shared/domain/register/name-keys.ts'
import { matchesSearch } from '../../../shared/domain/vietnamese/search-key.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  deleteCommuneChange,
  insertCommuneChange,
  listCommuneChanges,
  listLastUpdate,
  readCommunes,
  renewProductKeys,
  updateCommuneChange,
  type KnownChange,
} from '../../db/queries/communes.ts'
import { commandsAt } from '../commands.ts'
import { openDb, requireFound } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { knownCommunes } from './known-communes.ts'
import { countToUpdate, previewUpdate, undoUpdate, updatePlaces } from './update-places.ts'

export function communesHandlers(app: AppContext) {
  const today = () => vietnamDay(app.clock.now())
  return {
    list: procedures.communes.list.handler(({ input }) => listPage(openDb(app), { ...input, day: today() })),

    previewList: procedures.communes.previewList.handler(async ({ input, signal }) => {
      const bytes = new Uint8Array(await input.file.arrayBuffer())
      return preview(openDb(app), await app.work.run('read-commune-list', { bytes }, { signal }))
    }),

    previewUpdate: procedures.communes.previewUpdate.handler(() => previewUpdate(openDb(app), today())),

    check: procedures.communes.check.handler(({ input: { commune, district, exceptProducerId } }) => {
      const db = openDb(app)
      const communes = readCommunes(db)
      const now = communes.on({ commune, district }, today())
      const later = communes.after({ commune, district }, today())
      return {
        near: nearCommunes({ commune, district }, knownCommunes(db, exceptProducerId)),
        now: now?.isOther === true ? now.commune : null,
        later: later === null ? null : { commune: later.commune, fromDay: later.fromDay },
      }
    }),

    ...commandsAt(app, 'communes').inside({
      save: (db, { input }) => {
        const all = listCommuneChanges(db)
        if (input.id === undefined) {
          requireSound(input.fields, all)
          const id = insertCommuneChange(db, input.fields)
          renewProductKeys(db)
          return { result: { id }, audit: { subject: `commune:${id}`, detail: { to: input.fields } } }
        }
        const { id, ...from } = requireFound(all.find((one) => one.id === input.id) ?? null)
        const to = layPatch<CommuneFields>(from, input.fields)
        requireSound(
          to,
          all.filter((one) => one.id !== id),
        )
        updateCommuneChange(db, id, to)
        renewProductKeys(db)
        return { result: { id }, audit: { subject: `commune:${id}`, detail: { from, to } } }
      },

      remove: (db, { input }) => {
        const { id, ...from } = requireFound(listCommuneChanges(db).find((one) => one.id === input.id) ?? null)
        deleteCommuneChange(db, id)
        renewProductKeys(db)
        return { result: undefined, audit: { subject: `commune:${id}`, detail: { from } } }
      },

      update: (db, { now }) => {
        const result = updatePlaces(db, { day: vietnamDay(now), at: now })
        const isNone = result.products + result.producers === 0
        return { result, audit: isNone ? null : { subject: 'communes', detail: result } }
      },

      undoUpdate: (db) => {
        const result = undoUpdate(db)
        return { result, audit: { subject: 'communes', detail: result } }
      },
    }),

    ...commandsAt(app, 'communes').around({
      takeList: async ({ input: { file }, commit }) => {
        const bytes = new Uint8Array(await file.arrayBuffer())
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        const list = await app.work.run('read-commune-list', { bytes })
        return commit((db) => {
          const { rows, faults, sheet } = preview(db, list)
          const faulty = faults.filter(({ level }) => level === 'fault').length
          if (faulty > 0) throw new Refusal('list-has-faults', { rows: faulty })
          for (const { id, change, row: _row, ...fields } of rows) {
            if (id === null) insertCommuneChange(db, fields)
            else if (change === 'changed') updateCommuneChange(db, id, fields)
          }
          const counted = (change: PlannedChange['change']) => rows.filter((row) => row.change === change).length
          const result = { added: counted('new'), changed: counted('changed'), same: counted('same') }
          if (result.added + result.changed === 0) return { result, audit: null }
          renewProductKeys(db)
          return { result, audit: { subject: 'communes', detail: { file: file.name, sheet, sha256, ...result } } }
        })
      },
    }),
  }
}

function preview(db: ReadDb, list: CommuneList): CommunePreview {
  return { ...list, rows: planCommunes(list.rows, listCommuneChanges(db)) }
}

/** @throws Refusal `commune-code`, `commune-itself`, `commune-twice`, `commune-code-taken` */
function requireSound(fields: CommuneFields, others: readonly KnownChange[]): void {
  const { oldCommune, oldDistrict, oldProvince, newCommune, newProvince, code, fromDay } = fields
  if (code !== '' && !/^\d{5}$/.test(code)) throw new Refusal('commune-code', { code })
  const isItself = oldDistrict === '' && speltKey(oldCommune) === speltKey(newCommune)
  if (isItself && provinceKey(oldProvince) === provinceKey(newProvince))
    throw new Refusal('commune-itself', { name: newCommune })
  const twin = others.find(
    (one) =>
      one.fromDay === fromDay &&
      speltKey(one.oldCommune) === speltKey(oldCommune) &&
      placeKey(one.oldDistrict) === placeKey(oldDistrict) &&
      provinceKey(one.oldProvince) === provinceKey(oldProvince),
  )
  if (twin !== undefined) throw new Refusal('commune-twice', { name: oldCommune, other: twin.newCommune })
  if (code === '') return
  const owner = others.find((one) => one.code === code && placeKey(one.newCommune) !== placeKey(newCommune))
  if (owner !== undefined) throw new Refusal('commune-code-taken', { code, name: owner.newCommune })
}

function listPage(
  db: ReadDb,
  asked: { readonly query?: string | undefined; readonly limit: number; readonly offset: number; readonly day: string },
): CommunesPage {
  const { query = '', limit, offset, day } = asked
  const all = listCommuneChanges(db)
  const found = all
    .filter(({ oldCommune, oldDistrict, newCommune, newProvince, code }) =>
      matchesSearch({
        query: unitWritten(query),
        text: [newCommune, newProvince, code, oldCommune, oldDistrict].map(unitWritten).join(' '),
      }),
    )
    .toSorted(
      (a, b) => inVietnamese.compare(a.newCommune, b.newCommune) || inVietnamese.compare(a.oldCommune, b.oldCommune),
    )
  const last = listLastUpdate(db)
  return {
    count: all.length,
    total: found.length,
    rows: found.slice(offset, offset + limit).map((row) => withEnd(row, all)),
    toUpdate: countToUpdate(db, day),
    lastUpdate: last[0] === undefined ? null : { at: last[0].changedAt, count: last.length },
  }
}

const inVietnamese = new Intl.Collator('vi')

/** A commune, and its code, stands until a later change takes it away. */
function withEnd(row: KnownChange, all: readonly KnownChange[]): CommuneRow {
  const later = all
    .filter(
      (one) =>
        one.oldDistrict === '' && one.fromDay > row.fromDay && placeKey(one.oldCommune) === placeKey(row.newCommune),
    )
    .map(({ fromDay }) => fromDay)
    .toSorted()
  return { ...row, untilDay: later[0] === undefined ? null : addDays(later[0], -1) }
}
