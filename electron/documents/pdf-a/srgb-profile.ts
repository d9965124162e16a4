/**
 * The colours that a document's numbers mean, as an ICC profile (version 2.1, ICC.1:1998-09): the primaries of
 * IEC 61966-2-1 adapted to the white of profiles, D50, and its transfer curve at 256 places. Made here, so that no
 * one's file has to be carried.
 */
export function srgbProfile(): Buffer {
  const curve = curveOf()
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', Buffer.concat([start('text'), Buffer.from('Public domain\0', 'latin1')])],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const table = Buffer.alloc(4 + 12 * tags.length)
  table.writeUInt32BE(tags.length, 0)
  const data: Buffer[] = []
  const places = new Map<Buffer, number>()
  let end = headLength + table.length
  tags.forEach(([name, bytes], index) => {
    const at = places.get(bytes) ?? end
    if (at === end) {
      places.set(bytes, at)
      const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])
      data.push(padded)
      end += padded.length
    }
    table.write(name, 4 + 12 * index, 'latin1')
    table.writeUInt32BE(at, 8 + 12 * index)
    table.writeUInt32BE(bytes.length, 12 + 12 * index)
  })
  return Buffer.concat([head(end), table, ...data])
}

const headLength = 128

/** A display's profile; its date is that of the first edition of sRGB, so that the same bytes are made each time. */
function head(length: number): Buffer {
  const bytes = Buffer.alloc(headLength)
  bytes.writeUInt32BE(length, 0)
  bytes.writeUInt32BE(0x02_10_00_00, 8)
  bytes.write('mntrRGB XYZ ', 12, 'latin1')
  ;[1999, 10, 1, 0, 0, 0].forEach((part, index) => bytes.writeUInt16BE(part, 24 + 2 * index))
  bytes.write('acsp', 36, 'latin1')
  xyzNumbers(0.9642, 1, 0.8249).copy(bytes, 68)
  return bytes
}

const start = (type: string): Buffer => Buffer.from(`${type}\0\0\0\0`, 'latin1')

function xyzNumbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, index) => bytes.writeInt32BE(Math.round(value * 65_536), 4 * index))
  return bytes
}

const xyz = (x: number, y: number, z: number): Buffer => Buffer.concat([start('XYZ '), xyzNumbers(x, y, z)])

/** In ASCII; its places for Unicode and for the Macintosh stay empty. */
function description(text: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length + 1)
  return Buffer.concat([start('desc'), length, Buffer.from(`${text}\0`, 'latin1'), Buffer.alloc(8 + 3 + 67)])
}

function curveOf(): Buffer {
  const points = 256
  const bytes = Buffer.alloc(4 + 2 * points)
  bytes.writeUInt32BE(points)
  for (let point = 0; point < points; point++) {
    const value = point / (points - 1)
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    bytes.writeUInt16BE(Math.round(light * 65_535), 4 + 2 * point)
  }
  return Buffer.concat([start('curv'), bytes])
}
