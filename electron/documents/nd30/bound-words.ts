/** A number stays with what it counts, and with the word that it numbers: "5 sao", "90 ĐIỂM", "Điều 6", "ngày 26". */
const units = 'sao|điểm|phiếu|tháng|ngày|giờ|phút|năm|đồng|bản|bộ|mẫu|lít|kg|g|mg|ml|l|m2|ha|km|cm|mm'
const numbered = 'Điều|khoản|điểm|Chương|Mục|Phần|Phụ lục|Mẫu|Biểu|số|ngày|tháng|năm|đợt|hạng|lần|phường|quận|trang'

/** Not inside a date: "ngày 26 tháng 11" may break before "tháng". */
const beforeUnit = new RegExp(`(?<=\\d%?)(?<!(?:ngày|tháng)[ \u00a0]\\d\\d?) (?=(?:${units})(?![\\p{L}\\p{N}]))`, 'giu')
/** "điểm e", "Phụ lục II", "Phần A" and "(chín)" after its figure are numbers too. */
const afterWord = new RegExp(
  `(?<=(?<![\\p{L}\\p{N}])(?:${numbered})) (?=\\d|[IVX]{1,4}(?![\\p{L}\\p{N}])|[a-zđA-C](?![\\p{L}\\p{N}]))`,
  'giu',
)
const beforeWords = /(?<=\d) (?=\(\p{Ll})/gu

/** The text with no-break spaces where a line must not end. */
export function bindWords(text: string): string {
  return text.replace(beforeUnit, noBreak).replace(afterWord, noBreak).replace(beforeWords, noBreak)
}

const noBreak = '\u00a0'
