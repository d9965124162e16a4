import { filesIn, type Program } from '../crash/program.ts'
import type { Pen } from './pen.ts'
import type { UsbCopy } from './usb-copies.ts'

export type Week = {
  readonly members: number
  readonly products: number
  readonly seed: number
  /** Real milliseconds of one hour. */
  readonly hour: number
}

/** What the days share. */
export type WeekDesk = {
  readonly week: Week
  readonly program: Program
  readonly pen: Pen
  readonly random: () => number
  /** Of the present machine. */
  dataFolder: string
  /** The folder of a USB stick. */
  readonly stick: string
  readonly copies: UsbCopy[]
}

/** The one that is worked with; files that were set aside have longer names. */
export function theFile(dataFolder: string): string {
  const [shortest] = filesIn(dataFolder).toSorted((a, b) => a.length - b.length)
  if (shortest === undefined) throw new Error('there is no file')
  return shortest
}
