import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { createRouterClient, ORPCError, type RouterClient } from '@orpc/server'
import type { ListPreview } from '../../shared/api/register.ts'
import { vietnamDay } from '../../shared/domain/calendar/vietnam-day.ts'
import { createApp } from '../app/create-app.ts'
import { unpackRows } from '../../shared/domain/register/preview-rows.ts'
import { newTempFolder } from '../app/temp-folders.ts'
import { systemClock } from '../system-clock.ts'
import { batchLog } from './batch-log.ts'
import { readOneFile, runCommand } from './run-command.ts'
import { wordsOf } from './words.ts'

const usage = `Cách dùng: npm run register -- <danh sách.xlsx> [--into <tệp.ocop> [--accept]] [--sheet <trang tính>]
           [--sender <cơ quan gửi>] [--year <năm>] [--json]

  --into    so danh sách với danh mục của tệp
  --accept  nhận cả danh sách vào tệp, kể cả các dòng cần xem lại, và in đã nhận bao nhiêu; tệp chưa có được tạo mới
  --sheet   trang tính cần đọc; mặc định là trang có danh sách đầy đủ nhất
  --sender  cơ quan gửi danh sách, để ghi nhớ cách đọc các cột
  --year    năm đăng ký của các dòng chưa được công nhận; mặc định là năm nay
  --json    in kết quả đọc dạng JSON

Không có --accept thì các tệp chỉ được đọc. Kết thúc với mã 0: không có dòng lỗi; 1: có dòng lỗi, không nhận dòng nào;
2: không đọc được danh sách, không đọc hoặc ghi được tệp.`

export type RegisterPlace = {
  readonly resources: string
  readonly appVersion: string
  /** Where this machine notes what it knows of the files that it opens. */
  readonly dataFolder: string
}

/**
 * An office's list of products from the command line: read, held against a file's register and taken into it, all through
 * the handlers that the window uses.
 *
 * @returns the code to end with
 */
export async function runRegisterCommand(argv: readonly string[], place: RegisterPlace): Promise<number> {
  const scratch = newTempFolder()
  try {
    return await runCommand({
      usage,
      args: readArguments(argv),
      refusalText: (error) =>
        error instanceof ORPCError && error.code === 'REFUSED' ? refusalText(error.data, place.resources) : null,
      onDefect: (error) => batchLog(place).error('a list could not be taken', error),
      run: async (args) => {
        const { preview, taken } = await takeList(args, place, scratch)
        const summary = `${summaryOf(preview)}${args.accepts ? takenText(preview, taken) : ''}`
        process.stdout.write(
          args.isJson ? `${JSON.stringify({ ...asJson(preview), ...(args.accepts && { taken }) })}\n` : summary,
        )
        return preview.rows.some(({ state }) => state === 'faulty') ? 1 : 0
      },
    })
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

type Arguments = NonNullable<ReturnType<typeof readArguments>>

/** What came into the file. */
type Taken = { readonly added: number; readonly changed: number; readonly same: number }

/** `taken` is null where nothing was to be taken, or a faulty row kept the whole list out. */
async function takeList(
  args: Arguments,
  place: RegisterPlace,
  scratch: string,
): Promise<{ readonly preview: ListPreview; readonly taken: Taken | null }> {
  const { file: path, into, accepts, sheet, sender } = args
  const file = new File([readFileSync(path)], basename(path))
  const year = args.year ?? Number(vietnamDay(systemClock.now()).slice(0, 4))
  const asked = { file, sender, sheet, columns: [], year }
  const isThere = into !== null && existsSync(into)
  const compared = isThere
    ? { ...place, path: into }
    : { ...place, path: join(scratch, 'danh-muc.ocop'), dataFolder: scratch }
  const preview = unpackRows(await inFile(compared, (client) => client.register.previewList(asked)))
  const isTaken = accepts && into !== null && !preview.rows.some(({ state }) => state === 'faulty')
  const taken = isTaken
    ? await inFile({ ...place, path: into }, (client) => client.register.takeList({ ...asked, acceptsDoubts: true }))
    : null
  return { preview, taken }
}

function takenText({ rows }: ListPreview, taken: Taken | null): string {
  const faulty = rows.filter(({ state }) => state === 'faulty').length
  if (taken === null) return `Có ${faulty} dòng lỗi: không nhận dòng nào.\n`
  const { added, changed, same } = taken
  if (added + changed === 0) return 'Danh mục đã có đủ danh sách này: không nhận dòng nào.\n'
  return `Đã nhận vào tệp: ${added} dòng mới, ${changed} dòng thay đổi; ${same} dòng đã có sẵn.\n`
}

type Client = RouterClient<ReturnType<typeof createApp>['router']>

/** With the file open, which is made where there is none. */
async function inFile<Result>(
  { path, ...place }: RegisterPlace & { readonly path: string },
  use: (client: Client) => Promise<Result>,
): Promise<Result> {
  const app = createApp({
    host: {
      capabilities: { kind: 'browser', hasFileDialogs: true },
      chooseWorkspace: async () => path,
      chooseFolder: async () => null,
      chooseNewWorkspace: async () => path,
      dataFolder: place.dataFolder,
    },
    resources: place.resources,
    appVersion: place.appVersion,
    actor: 'Chạy theo lô',
    backups: 'asked',
    log: batchLog(place),
  })
  try {
    const client = createRouterClient(app.router)
    if (existsSync(path)) await client.workspace.open({})
    else await client.workspace.create({ name: basename(path).replace(/\.[^.]*$/, '') })
    return await use(client)
  } finally {
    await app.dispose()
  }
}

function asJson({ sheet, headerRows, columns, rows, faults, duplicates }: ListPreview) {
  return {
    sheet,
    headerRows,
    columns: columns.map(({ sample: _sample, ...column }) => column),
    rows: rows.map(({ row, state, values, change }) => ({ row, state, values, change })),
    faults,
    duplicates,
  }
}

function summaryOf({ sheet, rows, faults, duplicates }: ListPreview): string {
  const inState = (state: string) => rows.filter((row) => row.state === state).length
  const ofChange = (change: string) => rows.filter((row) => row.change === change).length
  const lines = faults.map(({ cell, level, reason }) => `  ${cell}  ${levels[level]}: ${reason}`)
  return `${[
    `Trang tính “${sheet}”: ${rows.length} dòng sản phẩm.`,
    `Dùng được ${inState('sound')}, cần xem lại ${inState('doubtful')}, lỗi ${inState('faulty')}; ${duplicates.length} cặp nghi trùng.`,
    `Mới ${ofChange('new')}, thay đổi ${ofChange('changed')}, đã có ${ofChange('same')}.`,
    ...lines,
  ].join('\n')}\n`
}

const levels = { fault: 'Lỗi', doubt: 'Cần xem', note: 'Ghi nhận' } as const

type Refused = { readonly reason: string; readonly detail: Readonly<Record<string, unknown>> }

function refusalText({ reason, detail }: Refused, resources: string): string {
  return wordsOf('refusals', resources)(reason, detail as Readonly<Record<string, string | number>>)
}

function readArguments(argv: readonly string[]) {
  const args = readOneFile(argv, {
    into: { type: 'string' },
    accept: { type: 'boolean', default: false },
    sheet: { type: 'string' },
    sender: { type: 'string', default: '' },
    year: { type: 'string' },
    json: { type: 'boolean', default: false },
  })
  if (args === null) return null
  const { into, accept: accepts, year = null, sheet = null, sender, json } = args.values
  if (accepts && into === undefined) return null
  if (year !== null && !/^20\d\d$/.test(year)) return null
  return {
    file: args.file,
    into: into === undefined ? null : resolve(into),
    accepts,
    sheet,
    sender,
    year: year === null ? null : Number(year),
    isJson: json,
  }
}
