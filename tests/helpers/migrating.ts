import type { Migrating } from '../../electron/db/log-migration.ts'

/** What a test or a measurement says of a file that it opens past the application. */
export const migrating: Migrating = {
  at: '2026-11-20T07:00:00.000Z',
  actor: 'Thư ký',
  appVersion: '0.0.0-test',
  examine: () => [],
  keepBefore: () => {
    throw new Error('the file is of an older schema')
  },
}
