import { DatabaseSync } from 'node:sqlite'

/** As on a full disk: nothing of a change to that workspace file is written. The answer takes it back. */
export function breakSaving(path: string): () => void {
  const file = new DatabaseSync(path)
  file.exec(`CREATE TRIGGER disk_full BEFORE INSERT ON audit_events BEGIN SELECT RAISE(ABORT, 'disk is full'); END`)
  return () => {
    file.exec('DROP TRIGGER disk_full')
    file.close()
  }
}
