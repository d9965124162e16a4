import type { Box } from '../../../shared/domain/paper-ballots/page-plan.ts'
import { answersOf, digitsOf, discs, paper, type Sheet } from './sheet.ts'

/**
 * What LaTeX writes down while auto-multiple-choice has the sheets printed (`DOC-calage.xy` of a project): of each page its
 * numbers and size, of everything on it two corners, from the lower left of the page.
 */
export function layoutOf(sheets: readonly Sheet[], boxes: number): string {
  const lines = sheets.flatMap((sheet) => {
    const { copy, page, check } = sheet
    const at = (what: string, box: Box) => corners(`${copy}/${page}:${what}`, box)
    return [
      `\\page{${copy}/${page}/${check}}{${paper.width}mm}{${paper.height}mm}{${paper.width}mm}{${paper.height}mm}`,
      ...discs.flatMap((box, corner) => at(`position${cornerNames[corner]}`, box)),
      ...digitsOf(sheet).flatMap(({ number, digit, box }) => at(`chiffre:${number},${digit}`, box)),
      ...answersOf(sheet, boxes).flatMap(({ question, answer, box }) =>
        at(`case:Q${question}:${question},${answer}`, box),
      ),
    ]
  })
  return `${lines.join('\n')}\n`
}

/** Haut or bas, gauche or droite: clockwise. */
const cornerNames = ['HG', 'HD', 'BD', 'BG']

function corners(what: string, { left, top, width, height }: Box): readonly string[] {
  const point = (x: number, y: number) =>
    `\\tracepos{${what}}{${x.toFixed(4)}mm}{${(paper.height - y).toFixed(4)}mm}{square}`
  return [point(left, top), point(left + width, top + height)]
}
