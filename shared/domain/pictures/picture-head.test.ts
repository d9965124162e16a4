import { describe, expect, test } from 'vitest'
import { readPictureHead } from './picture-head.ts'

const bytes = (...pieces: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : Buffer.from(piece))))
const big = (value: number, length: number) =>
  Array.from({ length }, (_, at) => (value >>> (8 * (length - 1 - at))) & 255)
const little = (value: number, length: number) => big(value, length).toReversed()

const png = (width: number, height: number) =>
  bytes([0x89], 'PNG\r\n\u001a\n', big(13, 4), 'IHDR', big(width, 4), big(height, 4), [8, 6, 0, 0, 0])
const jpeg = (width: number, height: number, before: readonly number[] = []) =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0],
    big(4, 2),
    [1, 2],
    before,
    [0xff, 0xc2],
    big(17, 2),
    [8],
    big(height, 2),
    big(width, 2),
  )
const webp = (chunk: string, rest: readonly number[]) =>
  bytes('RIFF', little(100, 4), 'WEBP', chunk, little(20, 4), rest, [0, 0, 0, 0])

const whole = { width: 800, height: 600 }

describe('a picture', () => {
  test.each([
    ['png', 'image/png', png(800, 600)],
    ['jpeg', 'image/jpeg', jpeg(800, 600)],
    ['jpeg with filling before a marker', 'image/jpeg', jpeg(800, 600, [0xff, 0xff, 0xff, 0xfe, 0, 3, 1])],
    ['webp with loss', 'image/webp', webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, ...little(800, 2), ...little(600, 2)])],
    ['webp without loss', 'image/webp', webp('VP8L', [0x2f, ...little(799 | (599 << 14), 4)])],
    ['webp with more', 'image/webp', webp('VP8X', [0, 0, 0, 0, ...little(799, 3), ...little(599, 3)])],
  ])('%s is told by its head', (_name, type, file) => expect(readPictureHead(file)).toEqual({ type, ...whole }))

  test.each([
    ['png', png(0xffffffff, 0xfffffffe), { width: 0xffffffff, height: 0xfffffffe }],
    ['jpeg', jpeg(65_535, 65_534), { width: 65_535, height: 65_534 }],
    [
      'webp',
      webp('VP8X', [0, 0, 0, 0, ...little(0xffffff, 3), ...little(0xfffffe, 3)]),
      { width: 1 << 24, height: 0xffffff },
    ],
    ['webp', webp('VP8L', [0x2f, ...little(16_383 | (16_382 << 14), 4)]), { width: 16_384, height: 16_383 }],
  ])('the largest size that a %s can say is read', (_name, file, size) =>
    expect(readPictureHead(file)).toMatchObject(size),
  )

  test.each([
    ['nothing', bytes()],
    ['a drawing that can hold a script', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a moving picture', bytes('GIF89a', little(10, 2), little(10, 2))],
    ['a png without a size', png(0, 10)],
    ['a jpeg whose segments lead nowhere', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0])],
    [
      'a jpeg of markers only',
      bytes(
        [0xff, 0xd8],
        Array.from({ length: 5000 }, () => 0xff),
      ),
    ],
    ['a webp of nothing known', webp('ABCD', [])],
  ])('%s is none', (_name, file) => expect(readPictureHead(file)).toBeNull())

  test.each([png(800, 600), jpeg(800, 600), webp('VP8X', [0, 0, 0, 0, 9, 0, 0, 9, 0, 0])])(
    'cut anywhere is none or told, never a defect',
    (file) => {
      for (let length = 0; length < file.length; length += 1) {
        expect(readPictureHead(file.subarray(0, length))?.type ?? 'none').toMatch(/^(image\/|none)/)
      }
    },
  )
})
