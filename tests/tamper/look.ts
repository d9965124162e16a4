import { join } from 'node:path'
import type { IntegrityReport } from '../../shared/api/integrity.ts'
import { integritySections, type Say } from '../../shared/integrity/report-lines.ts'
import { Refusal } from '../../shared/api/refusal.ts'
import { compareWithClosing } from '../../electron/app/integrity/compare-bytes.ts'
import type { BytesSeen } from '../../shared/domain/anchors/anchors.ts'
import { integritySteps } from '../../electron/app/integrity/check-integrity.ts'
import { openShippedRules } from '../../electron/app/rules/shipped.ts'
import { connectionOf } from '../../electron/db/connection.ts'
import type { ReadDb } from '../../electron/db/handles.ts'
import { openWorkspaceFile } from '../../electron/db/open.ts'
import { migrating } from '../helpers/migrating.ts'
import { resourcesFolder } from '../helpers/test-app.ts'

const migrations = join(resourcesFolder, 'migrations')
const shipped = openShippedRules(resourcesFolder)

/** What opening or "Kiểm chứng" says of a file; no lines for one that nothing is said of. */
export type Seen = { readonly by: 'opening' | 'check' | 'nobody'; readonly lines: readonly string[] }

/** What is known of the file outside it. */
export type Outside = { readonly dataFolder?: string; readonly codes?: readonly string[] }

/** Opens a file and checks it, as the application does. */
export function look(path: string, say: Say, outside: Outside = {}): Seen {
  const { dataFolder } = outside
  const bytes = dataFolder === undefined ? null : compareWithClosing(path, dataFolder)
  let opened: ReturnType<typeof openWorkspaceFile>
  try {
    opened = openWorkspaceFile({ path, migrations, migrating })
  } catch (error) {
    return { by: 'opening', lines: [error instanceof Refusal ? error.reason : String(error)] }
  }
  try {
    const lines = faultLines(reportOn(opened.db, { ...outside, bytes }), say)
    if (lines.length > 0) return { by: 'check', lines }
    const { readOnly } = opened
    return readOnly === null ? { by: 'nobody', lines: [] } : { by: 'opening', lines: [JSON.stringify(readOnly)] }
  } finally {
    connectionOf(opened.db).close()
  }
}

function reportOn(db: ReadDb, outside: Outside & { readonly bytes: BytesSeen | null }): IntegrityReport {
  const steps = integritySteps(db, { migrations, shipped, ...outside })
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

function faultLines(report: IntegrityReport, say: Say): readonly string[] {
  const { faults, unlisted } = report
  const codes = report.codes.filter(({ kind }) => kind !== 'holds')
  const only = { ...report, faults, unlisted, codes, notes: [], checked: {}, notChecked: [] }
  return integritySections(only, say).flatMap(({ lines }) => lines)
}
