import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { longFiles } from '../../helpers/longest-first.ts'

test.each(longFiles)('%s, which is begun early, is there', (name) => {
  expect(existsSync(join(import.meta.dirname, '..', `${name}.test.ts`))).toBe(true)
})
