/**
 * Text as the application keeps it: composed (NFC), spaces of every kind as one plain space, ends trimmed, marks
 * without width dropped. Tone placement ("Hoà", "Hòa") stays as typed: both are right, and names are their owner's.
 */
export function normaliseInput(text: string): string {
  return text.replace(marksWithoutWidth, '').normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** Zero-width spaces and joiners, soft hyphens, marks of direction: unseen on screen, and never meant. */
export const marksWithoutWidth = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu
