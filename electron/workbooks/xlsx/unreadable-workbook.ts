import type { WorkbookLimit } from '../../file-limits.ts'

/** Why a file cannot be read as a workbook at all. */
export type UnreadableReason =
  | 'empty'
  | 'too-large'
  | 'not-xlsx'
  | 'ods'
  | 'word'
  | 'pdf'
  | 'old-xls'
  | 'xlsb'
  | 'encrypted'
  | 'damaged'

/** Thrown for a file that is refused before its cells are looked at. */
export class UnreadableWorkbook extends Error {
  readonly reason: UnreadableReason
  /** Where in the file, from the outside in: Vietnamese words, as far as they are known yet. */
  places: readonly string[] = []

  constructor(reason: UnreadableReason, cause?: unknown) {
    super(`unreadable workbook: ${reason}`, { cause })
    this.name = 'UnreadableWorkbook'
    this.reason = reason
  }
}

/** A file that holds more of something than is taken of any. */
export class TooLargeWorkbook extends UnreadableWorkbook {
  readonly limit: WorkbookLimit

  constructor(limit: WorkbookLimit, place?: string) {
    super('too-large')
    this.limit = limit
    if (place !== undefined) this.places = [place]
  }
}

/** What `read` answers; what it refuses bears the place. */
export function atPlace<Result>(place: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (error instanceof UnreadableWorkbook) error.places = [place, ...error.places]
    throw error
  }
}
