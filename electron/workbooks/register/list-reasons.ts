import { formatDate } from '../../../shared/domain/calendar/format-date.ts'

/**
 * Every sentence that the reading of an office's list has for a cell: a test holds each by a workbook that it is said of, so
 * that none is added without one. Dates are ISO days.
 */
export const listReasons = {
  unreadableCell: (kind: string) => `${kind}.`,
  twoDigitYear: (text: string, iso: string) => `“${text}” được đọc là ngày ${formatDate(iso)}.`,
  monthFirst: (text: string, iso: string) =>
    `“${text}” chỉ đọc được theo thứ tự tháng/ngày/năm: ngày ${formatDate(iso)}.`,
  eitherDay: (iso: string, turned: string, at: string) =>
    `Cột này có ngày viết tháng trước ngày (ô ${at}): ngày ${formatDate(iso)} có thể là ngày ${formatDate(turned)}.`,
  timeForDay: () => 'Ô chỉ có giờ, không có ngày.',
  noDayOfMonth: (text: string) => `“${text}” chỉ có tháng và năm, chưa có ngày.`,
  noDayOfYear: (text: string) => `“${text}” chỉ có năm, chưa có ngày.`,
  noDayOfQuarter: (text: string) => `“${text}” chỉ có quý và năm, chưa có ngày.`,
  severalDays: (text: string, iso: string) => `“${text}” có hơn một ngày; lấy ngày ${formatDate(iso)}.`,
  readAsDay: (text: string, iso: string) => `“${text}” được đọc là ngày ${formatDate(iso)}.`,
  termNoDay: (text: string) => `“${text}” là thời hạn, không phải ngày; ngày hết hạn tính từ ngày quyết định.`,
  noSuchDay: (text: string) => `Lịch không có ngày “${text}”.`,
  notADay: (text: string) => `“${text}” không phải là ngày.`,
  outsideProgramme: (year: number) => `Năm ${year} ngoài thời gian của Chương trình OCOP.`,
  oldEncoding: (encoding: string, unicode: string) => `Chữ theo bảng mã cũ ${encoding}, được đọc là “${unicode}”.`,
  hiddenSigns: (count: number) => `Bỏ ${count} ký tự không nhìn thấy.`,
  textBecameDate: () => 'Phần mềm bảng tính đã đổi chữ trong ô thành ngày.',
  notAStar: (text: string) => `“${text}” không phải là hạng sao từ 1 đến 5.`,
  starAndMore: (text: string, star: number) => `“${text}” được đọc là ${star} sao.`,
  starRaised: (text: string, from: number, star: number) =>
    `“${text}” được đọc là nâng hạng từ ${from} sao lên ${star} sao; lấy ${star} sao.`,
  notAScore: (text: string) => `“${text}” không phải là điểm từ 0 đến 100.`,
  serialDay: (text: string, iso: string) => `Số ${text} là ngày ${formatDate(iso)} chưa định dạng.`,
  notAYear: (text: string) => `“${text}” không phải là năm.`,

  asAbove: (mark: string, above: string) => `“${mark}” được đọc theo dòng trên: “${above}”.`,
  failed: (text: string) => `“${text}”: sản phẩm không được ghi là đã được công nhận.`,
  failedYetDecided: (text: string) =>
    `“${text}” nhưng dòng vẫn ghi hạng sao hoặc quyết định; sản phẩm không được ghi là đã được công nhận.`,
  starTooLow: (star: number) => `Dòng ghi ${star} sao mà có quyết định; quyết định công nhận từ 3 sao trở lên.`,
  ofTitle: (number: string, day: string | null) =>
    `Dòng không ghi quyết định; lấy theo tiêu đề của danh sách: số ${number}${day === null ? '' : ` ngày ${formatDate(day)}`}.`,
  noRecognition: () => 'Dòng không ghi hạng sao và quyết định trong khi phần lớn danh sách có ghi.',
  severalMarks: () => 'Dòng đánh dấu ở hơn một cột hạng sao; chưa lấy hạng nào.',
  noStar: () => 'Có quyết định nhưng không ghi hạng sao; chưa được tính là sản phẩm còn hiệu lực công nhận.',
  columnsDiffer: (other: string, own: string) => `Cột này ghi ${other}, cột được đọc ghi ${own}; cần xem cột nào đúng.`,
  columnUnread: (other: string) => `Cột này ghi ${other}, cột được đọc để trống; chưa lấy.`,
  starColumnsDiffer: (other: number, own: number, decision: string) =>
    `Cột này ghi ${other} sao, cột được đọc ghi ${own} sao; nhận dòng này thì ghi ${own} sao theo ${decision}.`,
  starsDiffer: (now: number, latest: number, decision: string) =>
    `Hạng hiện tại ghi ${now} sao, lần công nhận mới nhất ghi ${latest} sao; nhận dòng này thì ghi ${latest} sao theo ${decision}.`,
  formerStarAlone: (star: number, decision: string) =>
    `Dòng chỉ ghi hạng trước đây ${star} sao, hạng mới để trống; nhận dòng này thì ${decision} được ghi mà không có hạng sao.`,
  formerStarUndecided: (star: number) =>
    `Hạng trước đây ${star} sao không kèm quyết định hoặc năm công nhận nên không được ghi.`,
  newStarUndecided: (star: number, former: string) =>
    `Hạng ${star} sao không kèm quyết định của lần này nên không được ghi; nhận dòng này thì ghi ${former}.`,
  notRaised: (before: number, after: number, decision: string) =>
    `Cột nâng hạng ghi ${after} sao, hạng trước đây ghi ${before} sao; nhận dòng này thì ghi ${after} sao theo ${decision}.`,
  timesTurned: (first: string, second: string) =>
    `Lần công nhận trước ghi ngày ${formatDate(first)}, lần sau ghi ngày ${formatDate(second)}; lấy ngày ${formatDate(first)} là lần mới nhất.`,
  yearOfOtherColumn: (iso: string, year: number) =>
    `Ngày ${formatDate(iso)} không thuộc năm ${year} ghi ở tiêu đề của cột.`,
  lowerLevel: (other: string, own: string) => `Cột này của cấp dưới ghi ${other}; lấy kết quả của cấp trên: ${own}.`,
  ofLowerLevel: (own: string) => `Cột của cấp trên để trống; lấy kết quả ở cột này: ${own}.`,
  starOfOtherGroup: (star: number, group: number) => `Dòng ghi ${star} sao, tiêu đề của nhóm ghi ${group} sao.`,
  scoreBelowStar: (score: number, reached: number, star: number) =>
    `${String(score).replace('.', ',')} điểm chỉ đạt ${reached} sao, dòng ghi ${star} sao.`,
  starBelowScore: (score: number, reached: number, star: number) =>
    `${String(score).replace('.', ',')} điểm đủ ${reached} sao, dòng chỉ ghi ${star} sao.`,
  dayToCome: (iso: string) => `Ngày ${formatDate(iso)} chưa tới.`,
  yearOfOtherGroup: (iso: string, year: number) =>
    `Ngày ${formatDate(iso)} không thuộc năm ${year} ghi ở tiêu đề của nhóm.`,
  decisionFromAbove: (number: string, day: string | null) =>
    `Quyết định lấy theo tiêu đề của nhóm: số ${number}${day === null ? '' : ` ngày ${formatDate(day)}`}.`,
  decisionOfOtherGroup: (number: string, day: string | null) =>
    `Dòng ghi quyết định khác tiêu đề của nhóm (số ${number}${day === null ? '' : ` ngày ${formatDate(day)}`}); lấy theo dòng.`,
  yearOfTitle: (year: number, rows: string) =>
    `Tiêu đề của danh sách ghi năm ${year}, quyết định thuộc năm khác ở ${rows}; lấy theo dòng.`,
  noDecisionDay: () => 'Chưa có ngày quyết định nên chưa tính được thời hạn.',
  endDiffers: (stated: string, decided: string, computed: string) =>
    `Danh sách ghi hết hạn ngày ${formatDate(stated)}; tính từ ngày quyết định ${formatDate(decided)} là ngày ${formatDate(computed)}.`,
  noDecisionNumber: (text: string) => `“${text}” không có số quyết định theo mẫu 123/QĐ-UBND.`,
  dayForNumber: (iso: string) => `Ô số quyết định chỉ có ngày ${formatDate(iso)}, chưa có số.`,
  severalNumbers: (text: string, number: string) => `“${text}” có hơn một số quyết định; lấy số ${number}.`,
  amended: (text: string, number: string) => `“${text}” nói tới việc sửa quyết định; lấy số ${number}.`,
  termDiffers: (text: number, law: number) =>
    `Danh sách ghi thời hạn ${text} tháng; giấy chứng nhận của ngày quyết định có thời hạn ${law} tháng.`,
  daysDiffer: (inNumber: string, inColumn: string) =>
    `Ô số quyết định ghi ngày ${formatDate(inNumber)}, cột ngày ghi ${formatDate(inColumn)}.`,
  yearsDiffer: (column: number, day: number) => `Cột năm ghi ${column}, ngày quyết định thuộc năm ${day}.`,
  yearOfNumberDiffers: (number: number, day: number) =>
    `Số quyết định ghi năm ${number}, ngày quyết định thuộc năm ${day}.`,

  noProduct: () => 'Chưa có tên sản phẩm.',
  nameIsFigure: (text: string) => `Tên sản phẩm “${text}” chỉ có số.`,
  nameTooLong: (length: number) => `Tên sản phẩm dài ${length} ký tự.`,
  severalProducts: () => 'Ô có vẻ ghi nhiều sản phẩm; mỗi sản phẩm cần một dòng.',
  noProducer: () => 'Chưa có tên chủ thể.',
  producerNotTaken: (above: string) =>
    `Chưa có tên chủ thể; danh sách không cho biết sản phẩm này cũng của “${above}” ở dòng trên. Ghi tên chủ thể vào ô này; nếu cùng chủ thể thì ghi “nt” hoặc gộp ô.`,
  unknownRow: (text: string) => `Dòng chỉ có “${text}”, không đọc được là sản phẩm hay tiêu đề nhóm; bỏ qua.`,
  footRow: (text: string) => `Dòng “${text}” ở phần ký của danh sách, không phải là sản phẩm; bỏ qua.`,
  belowUnknown: (text: string) =>
    `Dòng nằm dưới “${text}”, tiêu đề chưa đọc được; không lấy hạng sao, quyết định của nhóm phía trên.`,
  onlyProposed: (text: string) => `“${text}”: sản phẩm mới được đề nghị, không được ghi là đã được công nhận.`,
  outOfForce: (text: string) =>
    `“${text}”: kết quả có thể không còn hoặc chưa có giá trị; nhận dòng này thì sản phẩm vẫn được ghi là đã được công nhận.`,
  struckOut: () => 'Tên sản phẩm bị gạch ngang trong tệp; nhận dòng này thì sản phẩm vẫn được ghi như các dòng khác.',
  headMoved: (row: number) => `Từ dòng ${row} các cột theo thứ tự khác, được đọc theo tiêu đề ở dòng này.`,
  columnsMoved: (row: number) => `Tiêu đề ở dòng ${row} xếp các cột theo thứ tự khác, chưa đọc được.`,
  hiddenRow: (row: number) => `Dòng ${row} đang ẩn trong tệp.`,
  producerFromAbove: (producer: string) => `Ô chủ thể để trống, lấy theo dòng trên: “${producer}”.`,

  formerStars: (letter: string, head: string) =>
    `Cột ${letter} “${head}” là hạng sao trước đây, không kèm quyết định hoặc năm công nhận nên không được ghi.`,
  unreadStars: (letter: string, head: string) => `Cột ${letter} “${head}” có vẻ ghi hạng sao mà chưa được đọc.`,
  otherSheets: (names: string) => `Tệp còn danh sách ở trang tính ${names}, chưa đọc: chọn trang tính đó để đọc.`,
  sheetWithoutHead: (name: string, rows: number) =>
    `Trang tính “${name}” có ${rows} dòng giống danh sách nhưng không có tiêu đề: chưa đọc. Dòng nào thuộc danh sách thì chép xuống cuối danh sách rồi nhập lại tệp.`,
  hiddenColumn: (letter: string) => `Cột ${letter} đang ẩn trong tệp.`,

  recognisedTwice: (row: number) => `Cùng sản phẩm với dòng ${row}, công nhận vào ngày khác.`,
  contradictsRow: (row: number, named: string, cells: string) =>
    `Mâu thuẫn với dòng ${row}: ${named}: ${cells}; lấy theo dòng ${row}.`,
  numberOfOtherDay: (number: string, own: string, others: string) =>
    `Quyết định ${number} ở dòng này ghi ngày ${formatDate(own)}; ${others}.`,
  sameAsRow: (row: number, named: string) => `Trùng với dòng ${row}: ${named}.`,
  nearToRow: (row: number, named: string) => `Gần giống dòng ${row}: ${named}.`,
  producerNearToRow: (row: number, producer: string) => `Chủ thể gần giống dòng ${row}: ${producer}.`,
} as const satisfies Readonly<Record<string, (...facts: never[]) => string>>
