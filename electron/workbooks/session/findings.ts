import { wholeFile, type WorkbookFault } from '../../../shared/api/workbook.ts'
import { type Cell, showCell } from '../xlsx/plain-sheet.ts'

/** Where something stands in the workbook. */
export type Place = Pick<WorkbookFault, 'sheet' | 'row' | 'column'>

/** A cell with its place: what field readers take, so that each can say where a fault is. */
export type Field = { readonly cell: Cell; readonly place: Place }

/** What a check collects on its way; a check never stops at the first fault. */
export type Findings = {
  readonly fault: (finding: Finding) => void
  readonly notice: (finding: Finding) => void
  readonly faults: () => readonly WorkbookFault[]
  readonly notices: () => readonly WorkbookFault[]
}

export type Finding = {
  readonly place: Place
  readonly message: string
  /** The cell that was found, or its text. */
  readonly found: Cell | string
  readonly allowed: string
}

/** Past this many faults a workbook is not a session; the rest is counted, not listed. */
const mostListed = 2000

export function collectFindings(): Findings {
  const faults = listFindings()
  const notices = listFindings()
  return { fault: faults.add, notice: notices.add, faults: faults.all, notices: notices.all }
}

function listFindings() {
  const listed: WorkbookFault[] = []
  let unlisted = 0
  return {
    add: ({ place, message, found, allowed }: Finding): void => {
      if (listed.length >= mostListed) unlisted += 1
      else
        listed.push({
          ...place,
          message: asSentence(message),
          found: typeof found === 'string' ? found : showCell(found),
          allowed,
        })
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
