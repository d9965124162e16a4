import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sampleNames } from '../../shared/api/workspace.ts'
import { sessionSummary } from './print-session.ts'
import { readAppVersion, sourceResources } from './resources.ts'
import { runSession } from './run-session.ts'

const { values } = parseArgs({ options: { out: { type: 'string', default: 'out' } } })
for (const sample of sampleNames) {
  const outFolder = join(values.out, sample)
  const run = await runSession({
    workbook: join(sourceResources, 'samples', `${sample}.xlsx`),
    outFolder,
    resources: sourceResources,
    appVersion: readAppVersion(),
  })
  process.stdout.write(`${sample}\n${sessionSummary(run, outFolder)}\n\n`)
  if (run.exit !== 0) process.exitCode = run.exit
}
