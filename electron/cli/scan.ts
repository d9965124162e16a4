import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { gatherBallots, type ReadBallot } from '../../shared/domain/paper-ballots/gather-ballots.ts'
import type { BallotLabel } from '../../shared/domain/paper-ballots/place-label.ts'
import type { PageOutcome, UnplacedReason } from '../paper-ballots/read-pages.ts'
import { openSessionPaper } from '../paper-ballots/session-paper.ts'
import { readPile } from '../work/read-pile.ts'
import { batchLog } from './batch-log.ts'
import { fileTrouble } from './file-trouble.ts'
import { faultLine, noticeLine } from './print-session.ts'
import { wordsOf } from './words.ts'
import { inWorkbookSession, recordOf, type WorkbookJob } from './workbook-session.ts'

const usage = `Cách dùng: npm run scan -- <phiên.xlsx> <trang quét>… [--json] [--unicode]

  <trang quét>  tệp PDF, TIFF, JPEG, PNG hoặc thư mục chứa các tệp ấy
  --json        in kết quả đọc dạng JSON thay cho bảng
  --unicode     đổi chữ theo bảng mã cũ (TCVN3, VNI) sang Unicode

Các tệp chỉ được đọc. Kết thúc với mã 0: mọi phiếu trong tập đều đọc được trọn vẹn; 1: có phiếu cần người xem hoặc trang
không xếp được vào phiếu nào; 2: bảng tính có lỗi, không đọc được tệp.`

/**
 * Reads scanned ballots against the session of a workbook, from the command line. Nothing is written.
 *
 * @returns the code to end with
 */
export async function runScanCommand(
  argv: readonly string[],
  place: { readonly resources: string; readonly appVersion: string },
): Promise<number> {
  const args = readArguments(argv)
  if (args === null) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  const log = batchLog(place)
  try {
    const files = listFiles(args.paths)
    if (files.length === 0) {
      process.stderr.write(`Không có tệp PDF, TIFF, JPEG, PNG nào trong: ${args.paths.join(', ')}\n`)
      return 2
    }
    const scan = await scanPages({ ...args, ...place, files, log })
    if ('faults' in scan) {
      process.stderr.write(`Bảng tính có ${scan.faults.length} lỗi.\n${scan.faults.map(faultLine).join('\n')}\n`)
      return 2
    }
    for (const notice of scan.notices) process.stderr.write(`${noticeLine(notice)}\n`)
    process.stdout.write(args.isJson ? `${JSON.stringify(asJson(scan))}\n` : textOf(scan, place.resources))
    return scan.unplaced.every(({ why }) => why === 'blank') && scan.ballots.every(({ isReady }) => isReady) ? 0 : 1
  } catch (error) {
    const trouble = fileTrouble(error, args.workbook)
    if (trouble === null) {
      log.error('pages could not be read', error)
      throw error
    }
    process.stderr.write(`${trouble}\n`)
    return 2
  }
}

type Scan = {
  readonly labels: readonly BallotLabel[]
  readonly ballots: readonly ReadBallot[]
  readonly unplaced: readonly { readonly file: string; readonly page: number; readonly why: UnplacedReason }[]
}

type NamedFile = { readonly name: string; readonly path: string }

function scanPages({ files, ...job }: WorkbookJob & { readonly files: readonly NamedFile[] }) {
  const { resources } = job
  return inWorkbookSession(job, async ({ app, sessionId, notices }) => {
    const record = recordOf(app, sessionId)
    const onTrouble = (error: Error) => job.log?.error('a reading thread ended', error)
    const outcomes = await readPile({ record, files, resources, onTrouble })
    const { desk, plansOf } = openSessionPaper(record, resources)
    const { ballots, again } = gatherBallots(outcomes.filter(isRead), plansOf)
    const unplaced = [
      ...outcomes.flatMap((outcome) => (isRead(outcome) ? [] : [{ ...outcome.source, why: outcome.why }])),
      ...again.map((source) => ({ ...source, why: 'again' as const })),
    ]
    return { notices, labels: desk.ballots, ballots, unplaced } satisfies Scan & { notices: typeof notices }
  })
}

const isRead = (outcome: PageOutcome): outcome is Extract<PageOutcome, { kind: 'read' }> => outcome.kind === 'read'

/** Files as they are named, those of folders by their names. */
function listFiles(paths: readonly string[]): readonly NamedFile[] {
  return paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [{ name: path, path }]
    return readdirSync(path)
      .filter((name) => pageFile.test(name))
      .toSorted((a, b) => a.localeCompare(b, 'vi', { numeric: true }))
      .map((name) => ({ name: join(path, name), path: join(path, name) }))
  })
}

const pageFile = /\.(pdf|tiff?|jpe?g|png)$/iu

const asJson = ({ labels, ballots, unplaced }: Scan) => ({
  ballots: ballots.map(({ ballot, pages, criteria, isReady }) => ({
    product: labels[ballot]?.productCode,
    member: labels[ballot]?.memberCode,
    round: labels[ballot]?.round,
    pages,
    criteria: criteria.map(({ code, state, option, points, confidence }) => ({
      code,
      state,
      option,
      points,
      confidence,
    })),
    isReady,
  })),
  unplaced,
})

function textOf({ labels, ballots, unplaced }: Scan, resources: string): string {
  const say = wordsOf('scan', resources)
  const ready = ballots.filter(({ isReady }) => isReady).length
  const lines = ballots.map(({ ballot, pages, criteria, isReady }) => {
    const { productCode = '', memberCode = '' } = labels[ballot] ?? {}
    const missing = pages.flatMap((source, at) => (source === null ? [at + 1] : []))
    const open = criteria.filter(({ option, page }) => option === null && !missing.includes(page))
    const troubles = [
      ...(missing.length === 0 ? [] : [`thiếu trang ${missing.join(', ')}`]),
      ...(open.length === 0 ? [] : [`cần xem ${open.map(({ code }) => code).join(', ')}`]),
    ]
    return `  ${productCode}/${memberCode}  ${isReady ? 'đủ' : troubles.join('; ')}`
  })
  return `${[
    `Đọc được ${ballots.length} phiếu: ${ready} phiếu đủ, ${ballots.length - ready} phiếu cần xem.`,
    ...lines,
    ...(unplaced.length === 0 ? [] : [`Không xếp được ${unplaced.length} trang:`]),
    ...unplaced.map(({ file, page, why }) => `  ${basename(file)}, trang ${page}: ${say(`unplaced.${why}`)}`),
  ].join('\n')}\n`
}

function readArguments(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, unicode: { type: 'boolean', default: false } },
    })
    const [workbook, ...paths] = positionals
    if (workbook === undefined || paths.length === 0) return null
    return { workbook, paths, isJson: values.json, convertsOldText: values.unicode }
  } catch {
    return null
  }
}
