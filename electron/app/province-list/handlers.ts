import { Refusal } from '../../../shared/api/refusal.ts'
import { provinceFields, type ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import type { AppContext } from '../../context.ts'
import { provinceRows } from '../../documents/referral-list/province-rows.ts'
import type { RememberedColumns } from '../../workbooks/province/province-list.ts'
import { UnreadableWorkbook } from '../../workbooks/xlsx/unreadable-workbook.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readProvinceColumns, upsertProvinceColumn } from '../../db/queries/province-columns.ts'
import { commit, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'
import { correctProducts } from './correct-products.ts'

/** The workbook library is loaded at first use: the first screen does not wait for it. */
const loadProvinceList = () => import('../../workbooks/province/province-list.ts')

export function provinceListHandlers(app: AppContext) {
  return {
    layout: procedures.provinceList.layout.handler(async ({ input }) => {
      const { readProvinceLayout } = await loadProvinceList()
      return withHead(readProvinceLayout({ bytes: await bytesOf(input.file), remembered: rememberedIn(openDb(app)) }))
    }),

    fillIn: procedures.provinceList.fillIn.handler(async ({ input }) => {
      const { fillProvinceWorkbook } = await loadProvinceList()
      const db = openDb(app)
      const record = buildSessionRecord(db, input.sessionId)
      const file = { bytes: await bytesOf(input.file), remembered: rememberedIn(db) }
      const filled = await withHead(fillProvinceWorkbook(file, provinceRows(record), input.columns))
      if (app.workspace.current?.isReadOnly === false) remember(app, filled.choices)
      const [, name = input.file.name, ending = '.xlsx'] = /^(.*)(\.xls[xm])$/i.exec(input.file.name) ?? []
      return new File([filled.bytes], `${name}_${record.session.heldOn}${ending}`, { type: workbookType })
    }),

    compare: procedures.provinceList.compare.handler(async ({ input }) => {
      const { compareProvinceWorkbook } = await loadProvinceList()
      const db = openDb(app)
      const record = buildSessionRecord(db, input.sessionId)
      const file = { bytes: await bytesOf(input.file), remembered: rememberedIn(db) }
      return withHead(compareProvinceWorkbook(file, provinceRows(record)))
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

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const bytesOf = async (file: File): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer())

/** @throws Refusal `workbook-unreadable`; `no-list-head` where no sheet has a head that can be told */
async function withHead<Result>(reading: Promise<Result | null>): Promise<Result> {
  const result = await reading.catch((error: unknown) => {
    if (error instanceof UnreadableWorkbook) throw new Refusal('workbook-unreadable')
    throw error
  })
  if (result === null) throw new Refusal('no-list-head')
  return result
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
