import { batchLog } from './batch-log.ts'
import { fileTrouble } from './file-trouble.ts'
import { oneFileArguments } from './one-file-arguments.ts'
import { faultLine, noticeLine, sessionSummary } from './print-session.ts'
import { runSession, type SessionRun } from './run-session.ts'

const usage = `Cách dùng: npm run session -- <phiên.xlsx> --out <thư mục> [--json] [--unicode]

  --out      thư mục nhận văn bản (được tạo nếu chưa có)
  --json     in kết quả kiểm phiếu dạng JSON thay cho bảng
  --unicode  đổi chữ theo bảng mã cũ (TCVN3, VNI) sang Unicode

Kết thúc với mã 0: xong; 2: bảng tính có lỗi hoặc không đọc, ghi được tệp, không ghi gì; 3: chưa thể khóa phiên, văn bản in DỰ THẢO.`

/**
 * The command line of batch mode, by itself and (with `--session`) in the packaged application.
 *
 * @returns the code to end with
 */
export async function runSessionCommand(
  argv: readonly string[],
  place: { readonly resources: string; readonly appVersion: string },
): Promise<number> {
  const args = readArguments(argv)
  if (args === null) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  const log = batchLog(place)
  let run: SessionRun
  try {
    run = await runSession({ ...args, ...place, log })
  } catch (error) {
    const trouble = fileTrouble(error, args.workbook)
    if (trouble === null) {
      log.error('batch mode failed', error)
      throw error
    }
    process.stderr.write(`${trouble}\n`)
    return 2
  }
  if (run.exit === 2) {
    process.stderr.write(
      `Bảng tính có ${run.faults.length} lỗi; không ghi gì.\n${run.faults.map(faultLine).join('\n')}\n`,
    )
    return run.exit
  }
  if (args.isJson) {
    process.stdout.write(`${JSON.stringify(run.tally)}\n`)
    for (const sentence of [...run.notices.map(noticeLine), ...run.missing]) process.stderr.write(`${sentence}\n`)
  } else {
    process.stdout.write(`${sessionSummary(run, args.outFolder)}\n`)
  }
  return run.exit
}

function readArguments(argv: readonly string[]) {
  const args = oneFileArguments(argv, {
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
    unicode: { type: 'boolean', default: false },
  })
  if (args === null) return null
  const { file, values } = args
  const { out } = values
  return out === undefined
    ? null
    : { workbook: file, outFolder: out, isJson: values.json, convertsOldText: values.unicode }
}
