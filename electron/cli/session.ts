import { batchLog } from './batch-log.ts'
import { faultsText, noticeLine, sessionSummary } from './print-session.ts'
import { readOneFile, runCommand, say } from './run-command.ts'
import { runSession } from './run-session.ts'

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
  const log = batchLog(place)
  return runCommand({
    usage,
    args: readArguments(argv),
    onDefect: (error) => log.error('batch mode failed', error),
    run: async ({ file, outFolder, isJson, ...args }) => {
      const run = await runSession({ ...args, ...place, workbook: file, outFolder, log })
      if (run.exit === 2) return say(faultsText(run.faults, '; không ghi gì'))
      if (!isJson) process.stdout.write(`${sessionSummary(run, outFolder)}\n`)
      else {
        process.stdout.write(`${JSON.stringify(run.tally)}\n`)
        for (const sentence of [...run.notices.map(noticeLine), ...run.missing]) process.stderr.write(`${sentence}\n`)
      }
      return run.exit
    },
  })
}

function readArguments(argv: readonly string[]) {
  const args = readOneFile(argv, {
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
    unicode: { type: 'boolean', default: false },
  })
  if (args === null) return null
  const { file, values } = args
  const { out } = values
  return out === undefined ? null : { file, outFolder: out, isJson: values.json, convertsOldText: values.unicode }
}
