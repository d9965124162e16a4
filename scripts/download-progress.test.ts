import { expect, test } from 'vitest'
import { progressLine, progressText } from './download-progress.ts'

test('says megabytes of megabytes, per cent and speed as people here write them', () => {
  const total = 118_400_000
  expect(progressText({ transferred: 45_250_000, total, bytesPerSecond: 2_140_000 })).toBe(
    '45,3 / 118,4 MB (38 %), 2,1 MB/giây',
  )
  expect(progressText({ transferred: 0, total, bytesPerSecond: null })).toBe('0,0 / 118,4 MB (0 %)')
  expect(progressText({ transferred: 5_000_000, total: null, bytesPerSecond: null })).toBe('5,0 MB')
})

/** What a line writes when so many bytes have come at these milliseconds. */
function written(progress: readonly (readonly [at: number, transferred: number])[], total: number): readonly string[] {
  const texts: string[] = []
  let now = 0
  const line = progressLine(
    (text) => texts.push(text),
    () => now,
  )
  for (const [at, transferred] of progress) {
    now = at
    line.show({ transferred, total })
  }
  line.end()
  return texts
}

test('draws sparingly, on one line, the end always', () => {
  const pieces = Array.from({ length: 1000 }, (_, index) => [index, (index + 1) * 1000] as const)
  const texts = written(pieces, 1_000_000)
  expect(texts).toHaveLength(6)
  expect(texts.at(-1)).toBe('\n')
  expect(texts.at(-2)).toContain('1,0 / 1,0 MB (100 %)')
  expect(texts.slice(0, -1).every((text) => text.startsWith('\r') && !text.includes('\n'))).toBe(true)
})

test('the speed is that of the last seconds', () => {
  const texts = written(
    [
      [0, 0],
      [1000, 8_000_000],
      [20_000, 8_000_000],
      [22_000, 12_000_000],
    ],
    100_000_000,
  )
  expect(texts[1]).toContain('8,0 MB/giây')
  expect(texts[3]).toContain('2,0 MB/giây')
})

test('writes nothing where nothing came', () => expect(written([], 1)).toEqual([]))
