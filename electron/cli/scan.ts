import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readChoices } from '../../shared/domain/ballot/choice-text.ts'
import { gatherBallots } from '../../shared/domain/paper-ballots/gather-ballots.ts'
import { pageFilesOf } from '../../shared/domain/paper-ballots/page-files.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { blankBallotPlaces } from '../documents/ballot-form/model.ts'
import type { PageOutcome } from '../../shared/domain/paper-ballots/page-outcome.ts'
import { openSessionPaper } from '../paper-ballots/session-paper.ts'
import { closeReaders, openReaders } from '../work/readers.ts'
import { readPile } from '../work/read-pile.ts'
import { batchLog } from './batch-log.ts'
import { isAllRight, scanJson, scanText, type KeyedBallot, type Scan } from './print-scan.ts'
import { faultsText, noticeLine } from './print-session.ts'
import { readCommandLine, runCommand, say } from './run-command.ts'
import { inWorkbookSession, recordOf, type WorkbookJob } from './workbook-session.ts'

const usage = `Cách dùng: npm run scan -- <phiên.xlsx> <trang quét>… [--check] [--json] [--unicode]

  <trang quét>  tệp PDF, TIFF, JPEG, PNG hoặc thư mục chứa các tệp ấy
  --check       so với phiếu đã nhập trong tệp Excel: chỉ nêu chỗ khác nhau và chỗ cần xem
  --json        in kết quả đọc dạng JSON thay cho bảng
  --unicode     đổi chữ theo bảng mã cũ (TCVN3, VNI) sang Unicode

Các tệp chỉ được đọc. Kết thúc với mã 0: mọi phiếu trong tập đều đọc được trọn vẹn, với --check là đều khớp; 1: có phiếu khác,
phiếu cần người xem hoặc trang không xếp được vào phiếu nào; 2: bảng tính có lỗi hoặc không có tệp.`

/**
 * Reads scanned ballots against the session of a workbook, from the command line. Nothing is written.
 *
 * @returns the code to end with
 */
export async function runScanCommand(
  argv: readonly string[],
  place: Pick<WorkbookJob, 'resources' | 'appVersion' | 'fork'>,
): Promise<number> {
  const log = batchLog(place)
  return runCommand({
    usage,
    args: readArguments(argv),
    onDefect: (error) => log.error('pages could not be read', error),
    run: async ({ file, paths, isJson, ...args }) => {
      const files = listFiles(paths)
      if (files.length === 0) return say(`Không có tệp PDF, TIFF, JPEG, PNG nào trong: ${paths.join(', ')}`)
      const done = await scanPages({ ...args, ...place, workbook: file, files, log })
      if ('faults' in done) return say(faultsText(done.faults))
      const { scan, notices } = done
      for (const notice of notices) process.stderr.write(`${noticeLine(notice)}\n`)
      process.stdout.write(isJson ? `${JSON.stringify(scanJson(scan))}\n` : scanText(scan, place.resources))
      return isAllRight(scan) ? 0 : 1
    },
  })
}

type NamedFile = { readonly name: string; readonly path: string }

function scanPages({ files, isChecked, ...job }: WorkbookJob & { files: readonly NamedFile[]; isChecked: boolean }) {
  const { resources } = job
  return inWorkbookSession(job, async ({ app, sessionId, notices }) => {
    const record = recordOf(app, sessionId)
    const readers = openReaders(app.context.openReader)
    const pile = { record, files, readers, mostAtOnce: () => readers.length }
    const outcomes = await readPile(pile).finally(() => closeReaders(readers))
    const { desk, plansOf } = openSessionPaper(record, resources)
    const { ballots, again } = gatherBallots(outcomes.filter(isRead), plansOf)
    const scan: Scan = {
      ballots: ballots.map((read) => ({
        label: requireThere(desk.ballots[read.ballot]),
        read,
        keyed: isChecked ? keyedBallot(record, read.ballot) : null,
      })),
      unplaced: [
        ...outcomes.flatMap((outcome) => (isRead(outcome) ? [] : [{ ...outcome.source, why: outcome.why }])),
        ...again.map(({ source, isSame }) => ({
          ...source,
          why: isSame ? ('again' as const) : ('again-otherwise' as const),
        })),
      ],
    }
    return { scan, notices }
  })
}

/** What was keyed of the ballot in the workbook: nothing, where it has no points of it. */
function keyedBallot(record: SessionRecord, ballot: number): KeyedBallot {
  const { item, member } = requireThere(blankBallotPlaces(record)[ballot])
  const cast = item.ballots.find(({ memberId }) => memberId === member.id)
  return { form: item.form, choices: cast === undefined ? [] : readChoices(cast.choices) }
}

function requireThere<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('a ballot that the session does not have')
  return thing
}

const isRead = (outcome: PageOutcome): outcome is Extract<PageOutcome, { kind: 'read' }> => outcome.kind === 'read'

/** Files as they are named, those of folders by their names. */
function listFiles(paths: readonly string[]): readonly NamedFile[] {
  return paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [{ name: path, path }]
    return pageFilesOf(readdirSync(path)).map((name) => ({ name: join(path, name), path: join(path, name) }))
  })
}

function readArguments(argv: readonly string[]) {
  const args = readCommandLine(argv, {
    check: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    unicode: { type: 'boolean', default: false },
  })
  const [file, ...paths] = args?.positionals ?? []
  if (args === null || file === undefined || paths.length === 0) return null
  const { check, json, unicode } = args.values
  return { file, paths, isChecked: check, isJson: json, convertsOldText: unicode }
}
