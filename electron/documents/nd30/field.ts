import type { PdfContent, PdfLayout } from '../render-pdf.ts'
import { paragraph } from './body.ts'
import { mm, nd30, textWidth } from './measures.ts'

type Field = { readonly label: string; readonly value: string; readonly lines?: number }

/** A form's line: `label: value`; where nothing is known, dots to the end of the line and on so many lines. */
export function fieldLines({ label, value, lines = 1 }: Field, layout: PdfLayout): PdfContent {
  if (value !== '') return paragraph(`${label}: ${value}`)
  const size = nd30.size.body.printed
  const widthOf = (text: string) => layout.widthOf({ text, size })
  const room = textWidth(layout.orientation) - mm(nd30.body.indent.printed)
  const dot = widthOf('.')
  const beside = room - (widthOf(`${label}: `) % room) - 2 * dot
  const rest = Array.from({ length: lines - 1 }, () => dots(room - 2 * dot, dot))
  return {
    stack: [`${label}: ${dots(beside, dot)}`, ...rest].map((text) => ({
      ...(paragraph(text) as object),
      alignment: 'left',
    })),
  } as PdfContent
}

const dots = (width: number, dot: number): string => '.'.repeat(Math.max(8, Math.floor(width / dot)))
