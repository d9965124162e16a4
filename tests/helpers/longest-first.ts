import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Large files first, as the runner itself has it where it has never run them, and before them the few that take long
 * without being large: one of these begun last leaves a core idle until it ends.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}

/** Below `tests/integration`, the longest first. */
export const longFiles = [
  'documents/numbers',
  'trust/crash',
  'paper-ballots/piles',
  'cli/scan-command',
  'backups/restore-drill',
  'trust/week',
  'documents/shared-pages',
  'packaging/package',
  'start/start',
  'hostile/generated',
  'cli/session-command',
  'backups/second-place',
  'work/compiled-worker',
  'app/acts-after-kill',
  'documents-register/own-template-pdf',
]

function placeOf({ moduleId }: TestSpecification): number {
  const place = longFiles.findIndex((name) => moduleId.endsWith(`/tests/integration/${name}.test.ts`))
  return place === -1 ? longFiles.length : place
}
