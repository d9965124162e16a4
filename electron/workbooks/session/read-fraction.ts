import { readNumberText } from '../../../shared/domain/vietnamese/read-number-text.ts'
import type { Field } from './findings.ts'
import { faultyKind } from '../xlsx/faulty-kind.ts'
import { readNumber } from './read-number.ts'

export type Fraction = { readonly numerator: number; readonly denominator: number }

/**
 * A part of the whole, above 0 and up to 1: `2/3`, `75%`, `0,75`, or a number cell (percent and fraction formats
 * alike). Null where blank or faulty. Kept as two integers up to 100, since a share held as a decimal would raise or
 * lower the number of members that it asks for.
 */
export function readFraction({ cell, title, fault }: Field): Fraction | null {
  if (cell.kind === 'blank') return null
  const fraction = fractionOf(cell.kind === 'text' ? cell.text : readNumber(cell))
  if (fraction !== null && fraction.numerator > 0 && fraction.numerator <= fraction.denominator) return fraction
  const problem =
    cell.kind === 'date'
      ? 'phần mềm bảng tính đã đổi phân số thành ngày; định dạng ô là Văn bản (Text) rồi nhập lại'
      : 'không phải là tỷ lệ'
  const allowed = 'Phân số như 2/3, phần trăm như 75% hoặc số thập phân như 0,75'
  fault(faultyKind(cell) ?? `${title}: ${problem}`, allowed)
  return null
}

const largestTerm = 100

function fractionOf(source: string | ReturnType<typeof readNumber>): Fraction | null {
  if (typeof source !== 'string') return source.kind === 'number' ? nearestFraction(source.value) : null
  const terms = /^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(source)
  if (terms !== null) {
    const [numerator, denominator] = [Number(terms[1]), Number(terms[2])]
    if (denominator === 0) return null
    return denominator <= largestTerm ? { numerator, denominator } : nearestFraction(numerator / denominator)
  }
  const percent = /^(.*\S)\s*%$/.exec(source)?.[1]
  const reading = readNumberText(percent ?? source)
  if (reading.kind !== 'number') return null
  return nearestFraction(percent === undefined ? reading.value : reading.value / 100)
}

/** The fraction of small terms that the number stands for; null where there is none (0.667 is not 2/3). */
function nearestFraction(value: number): Fraction | null {
  for (let denominator = 1; denominator <= largestTerm; denominator++) {
    const numerator = Math.round(value * denominator)
    if (Math.abs(value - numerator / denominator) < 1e-9) return { numerator, denominator }
  }
  return null
}
