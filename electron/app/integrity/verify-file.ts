import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { IntegrityReport } from '../../../shared/api/integrity.ts'
import { besideEndings } from '../../db/log-beside.ts'
import { closeWorkspaceFile, openWorkspaceFile } from '../../db/open.ts'
import { systemClock } from '../../system-clock.ts'
import { openShippedRules } from '../rules/shipped.ts'
import { compareWithClosing } from './compare-bytes.ts'
import { faultsOfBefore, integritySteps } from './check-integrity.ts'

export type VerifyPlace = { readonly resources: string; readonly appVersion: string; readonly dataFolder: string }

type ToVerify = VerifyPlace & { readonly folder: string; readonly codes: readonly string[] }

/**
 * Checks a copy of a file in a folder for it, with what this machine noted of the file. A file of an older program is brought up to date first, in the copy alone.
 *
 * @throws the file system's error, and the refusals of `openWorkspaceFile`
 */
export function verifyFile(file: string, asked: ToVerify): { report: IntegrityReport; isOfNewer: boolean } {
  const { resources, appVersion, dataFolder, folder, codes } = asked
  const bytes = compareWithClosing(file, dataFolder)
  const path = copyInto(folder, file)
  const migrations = join(resources, 'migrations')
  const shipped = openShippedRules(resources)
  const examine = (db: Parameters<typeof faultsOfBefore>[0]) => faultsOfBefore(db, shipped)
  const at = systemClock.now().toISOString()
  const migrating = { at, actor: 'Kiểm chứng', appVersion, examine, keepBefore: () => path }
  const { db, readOnly } = openWorkspaceFile({ path, migrations, migrating })
  try {
    const steps = integritySteps(db, { migrations, shipped, dataFolder, file, bytes, codes })
    for (;;) {
      const { done, value } = steps.next()
      if (done === true) return { report: value, isOfNewer: readOnly?.kind === 'newer' }
    }
  } finally {
    closeWorkspaceFile(db, false)
  }
}

/** With what a killed program left beside it: it belongs to what the file says. */
function copyInto(folder: string, file: string): string {
  const copy = join(folder, 'kiem-chung.ocop')
  for (const end of ['', ...besideEndings]) {
    if (end === '' || existsSync(file + end)) copyFileSync(file + end, copy + end)
  }
  return copy
}
