/**
 * How many pages a PDF that this program wrote has: the root of its pages stands in clear. Null for any other file.
 * Source: ISO 32000-1, 7.7.3.2.
 */
export function countPages(pdf: Uint8Array): number | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const at = bytes.indexOf('/Type /Pages\n')
  if (at < 0) return null
  const dictionary = bytes.subarray(bytes.lastIndexOf('obj', at), bytes.indexOf('endobj', at)).toString('latin1')
  const count = /\/Count (\d+)/.exec(dictionary)?.[1]
  return count === undefined ? null : Number(count)
}
