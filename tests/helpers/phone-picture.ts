/** A JPEG as a phone held upright writes it: the sensor's rows lie sideways (orientation 6), and the place stands beside them. */
export function asPhoneWrites(jpeg: Buffer): Buffer {
  const place = Buffer.from('20°59’N 105°25’E ngoài vườn ong\0')
  const ifd = (entries: readonly Buffer[]) => Buffer.concat([u16(entries.length), ...entries, u32(0)])
  const first = ifd([entry(0x0112, 3, 1, Buffer.from([0, 6, 0, 0])), entry(0x8825, 4, 1, u32(8 + 2 + 2 * 12 + 4))])
  const gps = ifd([entry(0x001b, 2, place.length, u32(8 + first.length + 2 + 12 + 4))])
  const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*'), u32(8), first, gps, place])
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), u16(exif.length + 2), exif, jpeg.subarray(2)])
}

/** @see CIPA DC-008, 4.6.2 */
const entry = (tag: number, type: number, count: number, value: Buffer): Buffer =>
  Buffer.concat([u16(tag), u16(type), u32(count), value])

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
