/** Every sentence that the reading of a list of communes has for a cell. */
export const communeReasons = {
  unreadableCell: (kind: string) => `${kind}.`,
  noOldCommune: () => 'Chưa có tên xã cũ.',
  noNewCommune: () => 'Chưa có tên xã mới.',
  onlyPart: (text: string) =>
    `“${text}” chỉ nói một phần của xã; ghi riêng từng xã cũ với xã mới mà toàn bộ xã đó thuộc về, phần còn lại nhập tay.`,
  notACode: (text: string) => `“${text}” không phải là mã xã; mã gồm 5 chữ số theo Quyết định 19/2025/QĐ-TTg.`,
  notADay: (text: string) => `“${text}” không phải là ngày; ghi như 01/07/2025.`,
  twoTargets: (old: string, row: number, other: string) => `“${old}” đã được ghi vào “${other}” ở dòng ${row}.`,
  twoCodes: (commune: string, row: number, code: string) => `“${commune}” đã có mã ${code} ở dòng ${row}.`,
  ofOtherCommune: (code: string, row: number, other: string) => `Mã ${code} đã là mã của “${other}” ở dòng ${row}.`,
} as const satisfies Readonly<Record<string, (...facts: never[]) => string>>
