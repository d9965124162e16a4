import { join } from 'node:path'
import type { IntegrityReport } from '../../../shared/api/integrity.ts'
import { integritySteps } from '../../app/integrity/check-integrity.ts'
import { openShippedRules } from '../../app/rules/shipped.ts'
import { studySnapshot } from '../../db/snapshot.ts'
import type { JobTools } from '../job.ts'
import type { Jobs } from '../jobs.ts'

/** Checks a copy of the open file, a piece at a time. */
export function checkCopy(
  { path, ...outside }: Jobs['check-integrity']['input'],
  { tell, breathe }: JobTools<Jobs['check-integrity']['progress']>,
  resources: string,
): Promise<IntegrityReport> {
  return studySnapshot(path, async (db) => {
    const sources = {
      migrations: join(resources, 'migrations'),
      shipped: openShippedRules(resources),
      ...outside,
    }
    const steps = integritySteps(db, sources)
    for (;;) {
      const { done, value } = steps.next()
      if (done === true) return value
      tell({ kind: 'progress', ...value })
      await breathe()
    }
  })
}
