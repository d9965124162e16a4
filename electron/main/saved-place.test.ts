import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { savedPlace } from './saved-place.ts'

const home = join(sep, 'home', 'thư ký')
const folders = { home, documents: join(home, 'Documents') }

describe('where a file was saved', () => {
  it.each([
    ['the system’s folder itself', join(home, 'Documents', 'a.pdf'), { base: 'documents', folders: [] }],
    [
      'the nearest of the system’s folders',
      join(home, 'Documents', 'OCOP', '2026', 'a.pdf'),
      { base: 'documents', folders: ['OCOP', '2026'] },
    ],
    ['the person’s own folder', join(home, 'OCOP', 'a.pdf'), { base: 'home', folders: ['OCOP'] }],
    [
      'beside one with the same beginning',
      join(home, 'Documents cũ', 'a.pdf'),
      { base: 'home', folders: ['Documents cũ'] },
    ],
    ['elsewhere', join(sep, 'media', 'usb', 'a.pdf'), { base: null, folders: ['media', 'usb'] }],
  ])('%s', (_what, path, expected) => {
    expect(savedPlace(path, folders)).toEqual(expected)
  })
})
