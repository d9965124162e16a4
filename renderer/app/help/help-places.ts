/** The guide's section for each screen, by the path of its route. A test holds both against the routes and the guide. */
export const sectionOfRoute: Readonly<Record<string, string>> = {
  '/': 'hom-nay',
  '/products': 'san-pham',
  '/products/import': 'nhan-danh-sach-excel',
  '/producers': 'chu-the',
  '/communes': 'don-vi-hanh-chinh-cap-xa',
  '/papers': 'van-ban-cua-co-quan',
  '/councils': 'hoi-dong',
  '/councils/new': 'lap-hoi-dong',
  '/councils/$councilId': 'trang-cua-mot-hoi-dong',
  '/years': 'cac-nam',
  '/new-year': 'mo-nam-moi',
  '/sessions': 'phien-hop',
  '/sessions/new': 'lap-phien-hop',
  '/sessions/import': 'nhap-phien-hop-tu-excel',
  '/sessions/$sessionId': 'chuong-trinh',
  '/sessions/$sessionId/attendance': 'diem-danh',
  '/sessions/$sessionId/scoring': 'cham-diem',
  '/sessions/$sessionId/paper': 'doc-phieu-giay',
  '/sessions/$sessionId/room': 'cham-tren-dien-thoai',
  '/sessions/$sessionId/results': 'ket-qua',
  '/sessions/$sessionId/closing': 'ket-thuc',
  '/sessions/$sessionId/documents': 'van-ban-cua-phien-hop',
  '/sessions/$sessionId/facts': 'thong-tin-phien-hop',
  '/certificates': 'giay-chung-nhan',
  '/certificates/withdrawals': 'thu-hoi-giay-chung-nhan',
  '/inspections': 'kiem-tra-logo',
  '/inspections/commitments': 'cam-ket-cua-chu-the',
  '/criteria': 'cac-bo-tieu-chi',
  '/criteria/load': 'nap-bo-tieu-chi',
  '/criteria/$key': 'xem-mot-bo-tieu-chi',
  '/opinions': 'dot-lay-y-kien-bang-van-ban',
  '/opinions/$roundId': 'mot-dot-lay-y-kien',
  '/statistics': 'thong-ke-theo-nam',
  '/statistics/quarters': 'giay-chung-nhan-het-han-theo-quy',
  '/deadlines': 'thoi-han-trong-nam',
  '/deadlines/lacking': 'danh-sach-con-thieu',
  '/packages': 'goi-du-lieu',
  '/packages/open': 'mo-goi-nhan-duoc',
  '/packages/$packageId': 'xem-mot-goi',
  '/registrations': 'ho-so-dang-ky',
  '/audit': 'nhat-ky',
  '/settings': 'thiet-lap',
  '/backups': 'sao-luu',
  '/projector': 'man-chieu',
  '/$': 'khong-co-man-hinh-nay',
}

/**
 * What is on screen decides: the dialog or cover that stands in front and names its section (`data-help`), else the route.
 */
export function sectionHere(paths: readonly string[]): string {
  const marked = [...document.querySelectorAll<HTMLElement>('[data-help]')].at(-1)
  const ofRoute = paths.map((path) => sectionOfRoute[trimmed(path)]).findLast((section) => section !== undefined)
  return marked?.dataset['help'] ?? ofRoute ?? 'hom-nay'
}

/** Without the slash at the end that a route within another has. */
const trimmed = (path: string): string => (path.length > 1 ? path.replace(/\/$/, '') : path)
