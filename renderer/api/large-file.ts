import { refusalOf } from './refusal.ts'

/** What the hosts take, with room for a call's envelope; readers of single kinds of files take less. */
const usual = 24
/** A stack of ballots from a copier is larger than anything else. */
const ofScans = 200

/**
 * Refuses a file that no reader takes before a byte of it is read: chosen by mistake, a film would fill the page's memory
 * on its way, and be turned away without a word.
 *
 * @throws the typed error `REFUSED`, `file-too-large`
 */
export function refuseLargeFile(path: readonly string[], input: unknown): void {
  // What the application made itself is saved, however large.
  if (path[0] === 'files' || typeof input !== 'object' || input === null || !('file' in input)) return
  const { file } = input
  const megabytes = path[0] === 'paperBallots' ? ofScans : usual
  if (!(file instanceof Blob) || file.size <= megabytes * 1024 * 1024) return
  throw refusalOf('file-too-large', { megabytes })
}
