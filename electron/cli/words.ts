import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordsFrom, type Say } from '../../shared/integrity/report-lines.ts'

/** What is said where no window is, in Vietnamese; the package carries these files alone of all its words. */
export function wordsOf(name: 'integrity' | 'refusals' | 'scan', resources: string): Say {
  return wordsFrom(JSON.parse(readFileSync(join(resources, 'locales/vi', `${name}.json`), 'utf8')))
}
