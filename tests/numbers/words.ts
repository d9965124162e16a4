// How papers write numbers and dates, worked out here once more.

/** `09` */
export function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`
}

/** `09 (chín)`, up to 99. */
export function worded(value: number): string {
  return `${two(value)} (${wordsOf(value)})`
}

const small = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

export function wordsOf(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value - tens * 10
  if (tens === 0) return small[ones] ?? ''
  const head = tens === 1 ? 'mười' : `${small[tens]} mươi`
  if (ones === 0) return head
  if (ones === 5) return `${head} lăm`
  if (ones === 1 && tens > 1) return `${head} mốt`
  if (ones === 4 && tens > 1) return `${head} tư`
  return `${head} ${small[ones]}`
}

/** ISO date → `ngày 08 tháng 3 năm 2024` */
export function decreeDate(iso: string): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  return `ngày ${two(day)} tháng ${month < 3 ? two(month) : month} năm ${year}`
}

/** ISO date → `08/03/2024` */
export function slashDate(iso: string): string {
  return iso.split('-').reverse().join('/')
}

/** Hundredths as text: 8733 → `87,33` */
export function hundredthsText(hundredths: bigint): string {
  const text = String(hundredths).padStart(3, '0')
  return `${text.slice(0, -2)},${text.slice(-2)}`
}

/** Half up, but cut off where that would show a floor that the mean has not reached; null without ballots. */
export function hundredthsOf(sum: number, count: number, floors: readonly number[]): bigint | null {
  if (count === 0) return null
  const exact = BigInt(sum) * 100n
  const by = BigInt(count)
  const half = (2n * exact + by) / (2n * by)
  const lies = floors.some((floor) => half >= BigInt(floor) * 100n && sum < floor * count)
  return lies ? exact / by : half
}

export function meanText(sum: number, count: number, floors: readonly number[] = []): string {
  const hundredths = hundredthsOf(sum, count, floors)
  return hundredths === null ? '' : hundredthsText(hundredths)
}

export function starWords(star: number): string {
  return star === 0 ? 'Không xếp hạng' : `${star} sao`
}
