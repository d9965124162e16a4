import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { IntegrityReport } from '../../shared/api/integrity.ts'
import { Refusal } from '../../shared/api/refusal.ts'
import { countFaults, integrityText } from '../../shared/integrity/report-lines.ts'
import { verifyFile, type VerifyPlace } from '../app/integrity/verify-file.ts'
import { newTempFolder } from '../app/temp-folders.ts'
import { fileTrouble } from './file-trouble.ts'
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
export function runVerifyCommand(argv: readonly string[], place: VerifyPlace): number {
  const args = readArguments(argv)
  if (args === null) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  const folder = newTempFolder()
  try {
    const { report, isOfNewer } = verifyFile(args.file, { ...place, folder, codes: args.codes })
    process.stdout.write(args.isJson ? `${JSON.stringify(report)}\n` : textOf(report, args.file, place.resources))
    if (isOfNewer && countFaults(report) === 0) return 2
    if (!report.isIntact || report.codes.some(({ kind }) => kind !== 'holds')) return 1
    return 0
  } catch (error) {
    const trouble = error instanceof Refusal ? refusalText(error, place.resources) : fileTrouble(error, args.file)
    if (trouble === null) throw error
    process.stderr.write(`${trouble}\n`)
    return 2
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
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        code: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) return null
    return { file, codes: values.code, isJson: values.json }
  } catch {
    return null
  }
}
