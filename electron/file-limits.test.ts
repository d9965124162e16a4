import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  allowedText,
  packageLimits,
  paperFileLimits,
  pictureLimits,
  scanLimits,
  templateLimits,
  workbookLimits,
} from './file-limits.ts'

test('what is taken of a file from outside is described as it is', () => {
  const described = readFileSync(new URL('../docs/file-limits.md', import.meta.url), 'utf8')
  const rows = [...described.matchAll(/^\| `(\w+)` +\| (.*?) +\|$/gm)].map(([, name, allowed]) => [name, allowed])
  const known = [workbookLimits, templateLimits, pictureLimits, paperFileLimits, scanLimits, packageLimits].flatMap(
    (limits) => Object.entries(limits).map(([name, limit]) => [name, allowedText(limit)]),
  )
  expect(rows).toEqual(known)
})
