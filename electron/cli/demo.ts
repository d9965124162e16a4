import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sampleNames } from '../../shared/api/workspace.ts'
import { batchLog } from './batch-log.ts'
import { fileTrouble } from './file-trouble.ts'
import { sessionSummary } from './print-session.ts'
import { runSession } from './run-session.ts'

const usage = `Cách dùng: npm run demo [-- --out <thư mục>]

  --out   thư mục nhận văn bản của hai phiên mẫu (được tạo nếu chưa có); không nêu thì là thư mục out của dự án`

/**
 * Runs both sample sessions to their documents, each into a folder of its own under `--out` (`place.out` unless told).
 *
 * @returns the code to end with: that of the last session that did not end with 0
 */
export async function runDemo(
  argv: readonly string[],
  { out, ...place }: { readonly resources: string; readonly appVersion: string; readonly out: string },
): Promise<number> {
  const chosen = readArguments(argv)
  if (chosen === null) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  const log = batchLog(place)
  let code = 0
  for (const sample of sampleNames) {
    const outFolder = join(chosen.out ?? out, sample)
    const workbook = join(place.resources, 'samples', `${sample}.xlsx`)
    try {
      const run = await runSession({ workbook, outFolder, ...place, log })
      process.stdout.write(`${sample}\n${sessionSummary(run, outFolder)}\n\n`)
      if (run.exit !== 0) code = run.exit
    } catch (error) {
      const trouble = fileTrouble(error, workbook)
      if (trouble === null) {
        log.error('the demo failed', error)
        throw error
      }
      process.stderr.write(`${trouble}\n`)
      return 2
    }
  }
  return code
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: { out: { type: 'string' } } }).values
  } catch {
    return null
  }
}
