import type { XmlTag } from './xml.ts'

/** A stretch of a text and what comes in its place; both ends the same: what comes in there. */
export type Edit = { readonly from: number; readonly to: number; readonly text: string }

/** The text with its edits made, all else as it was. What comes in at one place comes in the order given. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let done = 0
  const pieces: string[] = []
  for (const { from, to, text } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < done) throw new Error(`two edits at ${from}`)
    pieces.push(source.slice(done, from), text)
    done = to
  }
  return pieces.join('') + source.slice(done)
}

/** The text of a tag with attributes set, or taken out where their value is null; the others stay as written. */
export function withAttributes(tag: string, attributes: Readonly<Record<string, string | null>>): string {
  return Object.entries(attributes).reduce((text, [name, value]) => {
    const written = value === null ? '' : ` ${name}="${escapeXml(value)}"`
    const known = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`)
    return known.test(text)
      ? text.replace(known, () => written)
      : `${openEnd(text)}${written}${text.endsWith('/>') ? '/>' : '>'}`
  }, tag)
}

/** A tag without its bracket at the end and the spaces before it: no search for spaces, of which there may be a million. */
export function openEnd(tag: string): string {
  return tag.slice(0, tag.endsWith('/>') ? -2 : -1).trimEnd()
}

/** The edit of a tag whose attributes change; none where it stays as it is. */
export function editTag(source: string, tag: XmlTag, attributes: Readonly<Record<string, string | null>>): Edit[] {
  const before = source.slice(tag.start, tag.end)
  const text = withAttributes(before, attributes)
  return text === before ? [] : [{ from: tag.start, to: tag.end, text }]
}

/** The edits that put a text at the end of an element, which may have closed itself. */
export function appendTo(
  source: string,
  { tag, contentEnd }: { readonly tag: XmlTag; readonly contentEnd: number },
  text: string,
  attributes: Readonly<Record<string, string | null>> = {},
): Edit[] {
  const opening = withAttributes(source.slice(tag.start, tag.end), attributes)
  if (!opening.endsWith('/>')) {
    return [...editTag(source, tag, attributes), { from: contentEnd, to: contentEnd, text }]
  }
  const open = `${openEnd(opening)}>`
  return [{ from: tag.start, to: tag.end, text: `${open}${text}</${tag.prefix}${tag.name}>` }]
}

/** A text between tags or in an attribute; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return (
    text
      // oxlint-disable-next-line eslint/no-control-regex -- these are what XML forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}
