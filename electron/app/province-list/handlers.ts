import { provinceFields, type ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import { mimeTypes } from '../../documents/mime-types.ts'
import { provinceRows } from '../../documents/referral-list/province-rows.ts'
import type { RememberedColumns } from '../../workbooks/province/province-list.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readProvinceColumns, upsertProvinceColumn } from '../../db/queries/province-columns.ts'
import { listPresentProducts } from '../../db/queries/session-copies.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { commit, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { askedHere } from '../people/asked-here.ts'
import { procedures } from '../procedures.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'
import { correctProducts } from './correct-products.ts'

export function provinceListHandlers(app: AppContext) {
  return {
    layout: procedures.provinceList.layout.handler(async ({ input, signal }) =>
      app.work.run('read-province-layout', await listFile(app, input.file), { signal }),
    ),

    fillIn: procedures.provinceList.fillIn.handler(async ({ input, signal }) => {
      const { file, columns, clears = false, restAt = null } = input
      const requireStill = askedHere(app)
      const list = await listFile(app, file)
      const record = buildSessionRecord(openDb(app), input.sessionId)
      const asked = { ...list, rows: provinceRows(record), columns, restAt }
      const filled = await app.work.run('fill-province-workbook', asked, { signal })
      if (filled.cleared > 0 && !clears) throw new Refusal('list-has-rows', { rows: filled.cleared })
      requireStill()
      if (app.workspace.current?.readOnly === null) remember(app, filled.choices)
      const [, name = file.name, ending = '.xlsx'] = /^(.*)(\.xls[xm])$/i.exec(file.name) ?? []
      const filledName = `${name}_${record.session.heldOn}${ending}`
      return { file: new File([filled.bytes], filledName, { type: mimeTypes.xlsx }), notes: filled.notes }
    }),

    compare: procedures.provinceList.compare.handler(async ({ input, signal }) => {
      const list = await listFile(app, input.file)
      const rows = provinceRows(withPresentProducts(openDb(app), input.sessionId))
      return app.work.run('compare-province-workbook', { ...list, rows }, { signal })
    }),

    ...commandsAt(app, 'provinceList').inside({
      accept: (db, { input }) => {
        const changes = correctProducts(db, input)
        return {
          result: { products: changes.length },
          audit: changes.length === 0 ? null : { subject: `session:${input.sessionId}`, detail: { changes } },
          sessionId: input.sessionId,
        }
      },
    }),
  }
}

/** With products as they are called now: corrections go there, also once the session is locked and says what it said. */
function withPresentProducts(db: ReadDb, sessionId: number): SessionRecord {
  const record = buildSessionRecord(db, sessionId)
  const present = new Map(
    listPresentProducts(db, sessionId).map(({ agendaItemId, ...product }) => [agendaItemId, product]),
  )
  return { ...record, items: record.items.map((item) => ({ ...item, ...present.get(item.id) })) }
}

async function listFile(app: AppContext, file: File) {
  return { bytes: new Uint8Array(await file.arrayBuffer()), remembered: rememberedIn(openDb(app)) }
}

function rememberedIn(db: ReadDb): RememberedColumns {
  const isField = (field: string): field is ProvinceField => provinceFields.some((known) => known === field)
  return new Map(
    [...readProvinceColumns(db)].map(([key, field]) => [key, field !== null && isField(field) ? field : null]),
  )
}

/** Keeps what was chosen for these headings; nothing is written where nothing is new. */
function remember(app: AppContext, choices: RememberedColumns): void {
  commit(app, 'provinceList.remember', (db) => {
    const known = readProvinceColumns(db)
    const fresh = [...choices].filter(([headKey, field]) => !known.has(headKey) || known.get(headKey) !== field)
    for (const [headKey, field] of fresh) upsertProvinceColumn(db, { headKey, field })
    const detail = { columns: Object.fromEntries(fresh) }
    return { result: undefined, audit: fresh.length === 0 ? null : { subject: 'province-list', detail } }
  })
}
