import type { ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import type { Headings } from '../../../shared/domain/columns/propose-fields.ts'

/** The words of lists that provinces send out. */
export const provinceHeadings: Headings<ProvinceField> = [
  ['place', ['TT', 'STT', 'Số TT', 'Số thứ tự']],
  ['code', ['Mã số sản phẩm', 'Mã sản phẩm', 'Mã SP', 'Mã số', 'Mã hồ sơ']],
  ['setNumber', ['Số bộ sản phẩm', 'Bộ số', 'Số bộ']],
  ['groupName', ['Nhóm sản phẩm', 'Nhóm', 'Ngành hàng', 'Nhóm/phân nhóm']],
  ['setName', ['Bộ sản phẩm', 'Tên bộ sản phẩm', 'Phân nhóm']],
  ['productName', ['Tên sản phẩm', 'Sản phẩm', 'Tên SP', 'Sản phẩm - Tên']],
  ['producerKind', ['Loại hình', 'Loại chủ thể', 'Loại hình chủ thể', 'Loại hình tổ chức', 'Chủ thể - Loại hình']],
  [
    'producerName',
    ['Tên chủ thể', 'Chủ thể', 'Chủ thể sản xuất', 'Đơn vị sản xuất', 'Cơ sở sản xuất', 'Chủ thể - Tên'],
  ],
  ['address', ['Địa chỉ', 'Địa chỉ sản xuất', 'Nơi sản xuất', 'Chủ thể - Địa chỉ']],
  ['commune', ['Xã', 'Xã, phường', 'Xã/phường', 'Xã, phường, thị trấn', 'Tên xã']],
  ['district', ['Huyện', 'Huyện, thành phố', 'Huyện/thị xã', 'Huyện, thị xã, thành phố', 'Tên huyện', 'Địa phương']],
  ['application', ['Lần đăng ký', 'Hình thức đăng ký', 'Hình thức tham gia', 'Đăng ký đánh giá', 'Hình thức đánh giá']],
  ['partA', ['Điểm phần A', 'Phần A', 'Điểm A']],
  ['partB', ['Điểm phần B', 'Phần B', 'Điểm B']],
  ['partC', ['Điểm phần C', 'Phần C', 'Điểm C']],
  ['mean', ['Điểm trung bình', 'Tổng điểm', 'Điểm đánh giá', 'Số điểm', 'Kết quả chấm điểm', 'Điểm TB', 'Điểm']],
  ['star', ['Hạng đề nghị', 'Hạng sao', 'Đề nghị hạng', 'Xếp hạng', 'Phân hạng', 'Số sao', 'Hạng', 'Sao']],
  ['heldOn', ['Ngày họp', 'Ngày đánh giá', 'Ngày chấm', 'Thời gian đánh giá', 'Ngày họp Hội đồng']],
  ['note', ['Ghi chú', 'Chú thích']],
]
