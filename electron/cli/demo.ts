import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sampleNames } from '../../shared/api/workspace.ts'
import { sessionSummary } from './print-session.ts'
import { runSession } from './run-session.ts'

/**
 * Runs both sample sessions to their documents, each into a folder of its own under `--out` (`out` unless told).
 *
 * @returns the code to end with: that of the last session that did not end with 0
 */
export async function runDemo(
  argv: readonly string[],
  place: { readonly resources: string; readonly appVersion: string },
): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { out: { type: 'string', default: 'out' } } })
  let code = 0
  for (const sample of sampleNames) {
    const outFolder = join(values.out, sample)
    const workbook = join(place.resources, 'samples', `${sample}.xlsx`)
    const run = await runSession({ workbook, outFolder, ...place })
    process.stdout.write(`${sample}\n${sessionSummary(run, outFolder)}\n\n`)
    if (run.exit !== 0) code = run.exit
  }
  return code
}
