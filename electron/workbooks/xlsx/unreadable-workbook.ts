/** Why a file cannot be read as a workbook at all. */
export type UnreadableReason = 'empty' | 'too-large' | 'not-xlsx' | 'old-xls' | 'xlsb' | 'encrypted' | 'damaged'

/** Thrown for a file that is refused before its cells are looked at. */
export class UnreadableWorkbook extends Error {
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason, cause?: unknown) {
    super(`unreadable workbook: ${reason}`, { cause })
    this.name = 'UnreadableWorkbook'
    this.reason = reason
  }
}
