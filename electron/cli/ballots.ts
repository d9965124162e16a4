import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { blankBallotPlans } from '../documents/ballot-form/plan.ts'
import { batchLog } from './batch-log.ts'
import { moveAll } from './move-all.ts'
import { faultsText, noticeLine } from './print-session.ts'
import { readOneFile, runCommand, say } from './run-command.ts'
import { inWorkbookSession, recordOf, type FaultyWorkbook, type WorkbookJob } from './workbook-session.ts'

const usage = `Cách dùng: npm run ballots -- <phiên.xlsx> --out <thư mục> [--places] [--unicode]

  --out      thư mục nhận phiếu đánh giá để trống (được tạo nếu chưa có)
  --places   ghi thêm tệp JSON: chỗ của từng điểm trên từng trang, tính bằng milimét từ góc trên bên trái
  --unicode  đổi chữ theo bảng mã cũ (TCVN3, VNI) sang Unicode

Kết thúc với mã 0: xong; 2: bảng tính có lỗi hoặc không đọc, ghi được tệp, không ghi gì.`

/**
 * Prints the blank ballots of a session workbook from the command line: one for each product and member who scores it.
 *
 * @returns the code to end with
 */
export async function runBallotsCommand(
  argv: readonly string[],
  place: { readonly resources: string; readonly appVersion: string },
): Promise<number> {
  const log = batchLog(place)
  return runCommand({
    usage,
    args: readArguments(argv),
    onDefect: (error) => log.error('ballots could not be printed', error),
    run: async ({ file, outFolder, ...args }) => {
      const printed = await printBallots({ ...args, ...place, workbook: file, outFolder, log })
      if ('faults' in printed) return say(faultsText(printed.faults, '; không ghi gì'))
      for (const notice of printed.notices) process.stderr.write(`${noticeLine(notice)}\n`)
      for (const name of printed.files) process.stdout.write(`Đã ghi phiếu đánh giá: ${join(outFolder, name)}\n`)
      return 0
    },
  })
}

type Printed = { readonly files: readonly string[]; readonly notices: FaultyWorkbook['notices'] }

type PrintInput = WorkbookJob & { readonly outFolder: string; readonly hasPlaces: boolean }

function printBallots({ outFolder, hasPlaces, ...job }: PrintInput) {
  return inWorkbookSession(job, async ({ app, client, sessionId, notices, scratch }): Promise<Printed> => {
    const document = await client.documents.render({ sessionId, kind: 'blank-ballots', format: 'pdf' })
    writeFileSync(join(scratch, document.name), new Uint8Array(await document.arrayBuffer()))
    const files = [document.name]
    if (hasPlaces) {
      const name = document.name.replace(/\.pdf$/, '.json')
      const plans = blankBallotPlans(recordOf(app, sessionId), job.resources)
      writeFileSync(join(scratch, name), `${JSON.stringify({ ballots: plans })}\n`)
      files.push(name)
    }
    moveAll({ files, from: scratch, to: outFolder })
    return { files, notices }
  })
}

function readArguments(argv: readonly string[]) {
  const args = readOneFile(argv, {
    out: { type: 'string' },
    places: { type: 'boolean', default: false },
    unicode: { type: 'boolean', default: false },
  })
  if (args === null) return null
  const { file, values } = args
  const { out } = values
  return out === undefined ? null : { file, outFolder: out, hasPlaces: values.places, convertsOldText: values.unicode }
}
