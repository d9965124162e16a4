import { wholeFile, type WorkbookFault } from '../../../shared/api/workbook.ts'
import { type Cell, showCell } from '../xlsx/plain-sheet.ts'

/** Where something stands in the workbook. */
export type Place = Pick<WorkbookFault, 'sheet' | 'row' | 'column'>

/** A place at which a check can say something. */
export type Spot = { readonly fault: Tell; readonly notice: Tell }

/** `found`: the cell at that place where nothing else is said. */
type Tell = (message: string, allowed?: string, found?: Cell | string) => void

/** A cell at its place; `title`: what it holds, as its column says. */
export type Field = Spot & { readonly cell: Cell; readonly title: string }

/** What a check collects on its way; a check never stops at the first fault. */
export type Findings = {
  readonly at: (place: Place, cell?: Cell) => Spot
  readonly faults: () => readonly WorkbookFault[]
  readonly notices: () => readonly WorkbookFault[]
}

/** Past this many faults a workbook is not a session; the rest is counted, not listed. */
const mostListed = 2000

export function collectFindings(): Findings {
  const faults = listFindings()
  const notices = listFindings()
  return {
    at: (place, cell) => {
      const tellIn =
        (list: typeof faults): Tell =>
        (message, allowed = '', found = cell ?? '') =>
          list.add({
            ...place,
            message: asSentence(message),
            found: typeof found === 'string' ? found : showCell(found),
            allowed,
          })
      return { fault: tellIn(faults), notice: tellIn(notices) }
    },
    faults: faults.all,
    notices: notices.all,
  }
}

function listFindings() {
  const listed: WorkbookFault[] = []
  let unlisted = 0
  return {
    add: (finding: WorkbookFault): void => {
      if (listed.length >= mostListed) unlisted += 1
      else listed.push(finding)
    },
    all: (): readonly WorkbookFault[] =>
      unlisted === 0
        ? listed
        : [
            ...listed,
            {
              sheet: wholeFile,
              row: null,
              column: null,
              message: `Còn ${unlisted} mục khác không liệt kê.`,
              found: '',
              allowed: '',
            },
          ],
  }
}

/** With its full stop. */
export function asSentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`
}
