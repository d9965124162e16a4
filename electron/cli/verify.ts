import { rmSync } from 'node:fs'
import type { IntegrityReport } from '../../shared/api/integrity.ts'
import { Refusal } from '../../shared/api/refusal.ts'
import { countFaults, integrityText } from '../../shared/integrity/report-lines.ts'
import { verifyFile, type VerifyPlace } from '../app/integrity/verify-file.ts'
import { newTempFolder } from '../app/temp-folders.ts'
import { readOneFile, runCommand } from './run-command.ts'
import { wordsOf } from './words.ts'

const usage = `Cách dùng: npm run verify -- <tệp.ocop> [--code <Mã kiểm chứng>]… [--json]

  --code  so một Mã kiểm chứng in trên giấy với tệp; dùng được nhiều lần
  --json  in báo cáo dạng JSON

Tệp chỉ được đọc, không bị sửa. Kết thúc với mã 0: nguyên vẹn, các mã đều khớp; 1: có sai lệch; 2: không đọc được.`

/**
 * "Kiểm chứng" from the command line, by itself and (with `--verify`) in the packaged application. A copy is checked, with
 * what this machine noted of the file.
 *
 * @returns the code to end with
 */
export async function runVerifyCommand(argv: readonly string[], place: VerifyPlace): Promise<number> {
  const folder = newTempFolder()
  try {
    return await runCommand({
      usage,
      args: readArguments(argv),
      refusalText: (error) => (error instanceof Refusal ? refusalText(error, place.resources) : null),
      run: ({ file, codes, isJson }) => {
        const { report, isOfNewer } = verifyFile(file, { ...place, folder, codes })
        process.stdout.write(isJson ? `${JSON.stringify(report)}\n` : textOf(report, file, place.resources))
        if (isOfNewer && countFaults(report) === 0) return 2
        return report.isIntact && report.codes.every(({ kind }) => kind === 'holds') ? 0 : 1
      },
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function textOf(report: IntegrityReport, file: string, resources: string): string {
  return integrityText(report, wordsOf('integrity', resources), file)
}

function refusalText({ reason }: Refusal, resources: string): string {
  return wordsOf('refusals', resources)(reason)
}

function readArguments(argv: readonly string[]) {
  const args = readOneFile(argv, {
    code: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
  })
  return args === null ? null : { file: args.file, codes: args.values.code, isJson: args.values.json }
}
