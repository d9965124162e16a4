/**
 * What a paper is called by its symbol: `QĐ-UBND` is a Quyết định; an official letter alone has no kind in its symbol. Source:
 * Decree 30/2020/NĐ-CP, Phụ lục III, mục I.
 */
export function kindOfSymbol(symbol: string): string {
  return kinds[symbol.split('-')[0] ?? ''] ?? 'Công văn'
}

const kinds: Readonly<Record<string, string>> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  QC: 'Quy chế',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
  KH: 'Kế hoạch',
  BC: 'Báo cáo',
  BB: 'Biên bản',
  TTr: 'Tờ trình',
  GM: 'Giấy mời',
}
