/** `Hoà` and `Hòa`, `Thuý` and `Thúy`: a tone mark that may stand on either vowel is put on one. Answers NFC. */
export function oneTonePlace(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=o)([\u0300\u0301\u0303\u0309\u0323])([ae])(?!\p{L})/gu, '$2$1')
    .replace(/(?<=u)([\u0300\u0301\u0303\u0309\u0323])y(?!\p{L})/gu, 'y$1')
    .normalize('NFC')
}
