import { expect, test } from 'vitest'
import { lacksSandbox } from './sandbox.ts'

test('a packaged program without its sandbox is known by the switch', () => {
  const argv = ['/tmp/.mount/hoi-dong-ocop', '--no-sandbox']
  expect(lacksSandbox({ argv, isPackaged: true })).toBe(true)
  expect(lacksSandbox({ argv: argv.slice(0, 1), isPackaged: true })).toBe(false)
  expect(lacksSandbox({ argv, isPackaged: false })).toBe(false)
})
