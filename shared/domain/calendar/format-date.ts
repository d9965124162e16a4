import { parseIsoDate } from './iso-date.ts'

/** ISO date → `21/10/2024`, for screens, tables and dates inside texts; empty for an empty date. */
export function formatDate(date: string): string {
  if (date === '') return ''
  const { year, month, day } = parseIsoDate(date)
  return `${twoDigits(day)}/${twoDigits(month)}/${year}`
}

/**
 * ISO date → `ngày 09 tháng 02 năm 2026`, as documents are dated: a leading zero for days below 10 and for the months
 * 1 and 2 only. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4.
 */
export function formatDecreeDate(date: string): string {
  const { year, month, day } = parseIsoDate(date)
  return `ngày ${twoDigits(day)} tháng ${month <= 2 ? twoDigits(month) : month} năm ${year}`
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')
