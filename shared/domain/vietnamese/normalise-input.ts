/**
 * Text as the application keeps it: composed (NFC), spaces of every kind as one plain space, ends trimmed, marks
 * without width dropped. Tone placement ("Hoà", "Hòa") stays as typed: both are right, and names are their owner's.
 */
export function normaliseInput(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
