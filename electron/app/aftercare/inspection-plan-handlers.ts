import type { RouteFields } from '../../../shared/api/inspections.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { layPatch } from '../../../shared/domain/lay-patch.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { AppContext } from '../../context.ts'
import {
  deleteInspection,
  deleteRoute,
  findRoute,
  insertInspection,
  insertRoute,
  listInspections,
  listOnRoute,
  listRoutes,
  readInspections,
  updateRoute,
} from '../../db/queries/inspections.ts'
import { isRecognition } from '../../db/queries/withdrawals.ts'
import { commandsAt } from '../commands.ts'
import { requireFound } from '../commit.ts'

/** Routes, and what is to be inspected on them. */
export function planHandlers(app: AppContext) {
  return commandsAt(app, 'aftercare.inspections').inside({
    saveRoute: (db, { input }) => {
      if (input.id === undefined) {
        requireOrder(input.fields)
        requireOwnName(listRoutes(db, input.fields.year), { id: null, ...input.fields })
        const id = insertRoute(db, input.fields)
        return { result: { id }, audit: { subject: `route:${id}`, detail: { to: input.fields } } }
      }
      const { id, year, ...from } = requireFound(findRoute(db, input.id))
      const to = layPatch<RouteFields>(from, input.fields)
      requireOrder(to)
      requireOwnName(listRoutes(db, year), { id, ...to, year })
      updateRoute(db, id, to)
      return {
        result: { id },
        audit: { subject: `route:${id}`, detail: { from: { ...from, year }, to: { ...to, year } } },
      }
    },

    removeRoute: (db, { input }) => {
      const { id, ...from } = requireFound(findRoute(db, input.id))
      const planned = listOnRoute(db, id)
      if (planned.some(({ inspectedOn }) => inspectedOn !== null))
        throw new Refusal('route-in-use', { name: from.name })
      for (const one of planned) deleteInspection(db, one.id)
      deleteRoute(db, id)
      return { result: undefined, audit: { subject: `route:${id}`, detail: { from, items: planned.length } } }
    },

    add: (db, { input: { routeId, certificates }, now }) => {
      const route = routeId === null ? null : requireFound(findRoute(db, routeId))
      const year = route?.year ?? Number(vietnamDay(now).slice(0, 4))
      // Outside every route one that was made is past: the certificate may be inspected again.
      const there = listInspections(db, year).filter(
        (one) => one.routeId === routeId && (routeId !== null || one.inspectedOn === null),
      )
      const added: number[] = []
      const ids = certificates.map(({ source, id: refId }) => {
        const ref = {
          certificateId: source === 'session' ? refId : null,
          recognitionId: source === 'list' ? refId : null,
        }
        if (!isRecognition(db, { source, id: refId })) throw new Refusal('not-found')
        const known = there.find(
          (one) => one.certificateId === ref.certificateId && one.recognitionId === ref.recognitionId,
        )
        if (known !== undefined) return known.id
        const id = insertInspection(db, { year, routeId, ...ref })
        added.push(id)
        return id
      })
      const subject = ids.length === 1 ? `inspection:${ids[0]}` : routeId === null ? 'inspections' : `route:${routeId}`
      const audit = added.length === 0 ? null : { subject, detail: { routeId, inspections: added } }
      return { result: { ids: [...new Set(ids)], added: added.length }, audit }
    },

    remove: (db, { input }) => {
      const rows = readInspections(db, input.ids)
      for (const { id, inspectedOn, productName } of rows) {
        if (inspectedOn !== null) throw new Refusal('inspection-made', { name: productName })
        deleteInspection(db, id)
      }
      const removed = rows.map(({ id }) => id)
      return { result: undefined, audit: rows.length === 0 ? null : { subject: 'inspections', detail: { removed } } }
    },
  })
}

type NamedRoute = { readonly id: number | null; readonly year: number; readonly name: string }

/** Two routes of a year that differ in case or blanks alone are one. @throws Refusal `duplicate-route` */
function requireOwnName(routes: readonly NamedRoute[], { id, year, name }: NamedRoute): void {
  const same = routes.find((other) => other.id !== id && fold(other.name) === fold(name))
  if (same !== undefined) throw new Refusal('duplicate-route', { name: same.name, year: String(year) })
}

/** @throws Refusal `route-ends-before-start` */
function requireOrder({ startsOn, endsOn }: Pick<RouteFields, 'startsOn' | 'endsOn'>): void {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) {
    throw new Refusal('route-ends-before-start', { day: formatDate(startsOn) })
  }
}
