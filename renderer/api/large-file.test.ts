import { expect, test } from 'vitest'
import { refuseLargeFile } from './large-file.ts'
import { readRefusal } from './refusal.ts'

const fileOf = (megabytes: number) => new File([new Uint8Array(megabytes * 1024 * 1024)], 'phim.xlsx')

test('a file that no reader takes is refused by its size, but for one that is saved', () => {
  const refused = (path: readonly string[], input: unknown) => {
    try {
      refuseLargeFile(path, input)
      return null
    } catch (error) {
      return readRefusal(error)
    }
  }
  expect(refused(['workbook', 'preview'], { file: fileOf(25) })).toEqual({
    reason: 'file-too-large',
    detail: { megabytes: 24 },
  })
  expect(refused(['workbook', 'preview'], { file: fileOf(20) })).toBeNull()
  expect(refused(['paperBallots', 'addFile'], { file: fileOf(25) })).toBeNull()
  expect(refused(['paperBallots', 'addFile'], { file: fileOf(201) })).toMatchObject({ detail: { megabytes: 200 } })
  expect(refused(['files', 'save'], { file: fileOf(25) })).toBeNull()
  expect(refused(['sessions', 'list'], undefined)).toBeNull()
  expect(refused(['products', 'setPicture'], { id: 1, file: null })).toBeNull()
})
